import { BadInput, endOf, few, givenText, Problem, startOf, today } from "@huu-nghi/subgraph-kit";
import { CongressState, type Congress } from "./congress";
import { CongressBodyKind, type CongressBody } from "./congress-body";
import type { CongressBodyInput } from "./congress.input";

type Tenure = Pick<Congress, "ordinal" | "heldOn" | "tenureFrom" | "tenureTo">;
type Held = Pick<Congress, "heldOn" | "plannedOn" | "tenureFrom">;

const later = (a: string, b: string) => (a > b ? a : b);

/** Whether it was held by a day: at the end of what is said of its day, and what is written down as held was held by today. */
export const heldBy = ({ heldOn, plannedOn, tenureFrom }: Held, day: string): boolean => {
  if (heldOn === null) return plannedOn === null && tenureFrom <= Number(day.slice(0, 4));
  const soonest = later(startOf(heldOn), today());
  return soonest <= day || endOf(heldOn) <= day;
};

export const stateOf = (congress: Held): CongressState => (heldBy(congress, today()) ? CongressState.HELD : CongressState.PLANNED);

const [firstYear, lastYear] = [1900, 2999];

/** No association has held as many; a number above it was mistyped. */
export const mostOrdinal = 99;

/** Throws where what is said of a congress does not fit together. */
export const check = ({ ordinal, heldOn, plannedOn, delegates, tenureFrom, tenureTo }: Omit<Congress, "version">): void => {
  if (ordinal < 1 || ordinal > mostOrdinal) throw new BadInput("ordinal", `The first congress has the ordinal 1, and none one above ${mostOrdinal}; ${ordinal} is none.`);
  if (delegates !== null && delegates < 1) throw new BadInput("delegates", "A congress has one delegate at least. Leave the number out when nobody says.");
  for (const [argument, year] of Object.entries({ tenureFrom, tenureTo })) {
    if (year < firstYear || year > lastYear) throw new BadInput(argument, `${argument} is a year from ${firstYear} to ${lastYear}.`);
  }
  if (tenureTo < tenureFrom) throw new BadInput("tenureTo", `The tenure would end in ${tenureTo}, before it begins in ${tenureFrom}.`);
  for (const [argument, date] of Object.entries({ heldOn, plannedOn })) {
    if (date !== null && Number(date.slice(0, 4)) > tenureTo) throw new BadInput(argument, `It would be held in ${date}, after the tenure that it begins.`);
  }
  // Some are held at the end of the tenure before.
  if (heldOn !== null && Number(heldOn.slice(0, 4)) < tenureFrom - 1) throw new BadInput("heldOn", `It would be held in ${heldOn}, and begin a tenure in ${tenureFrom}, more than a year later. Correct one of them.`);
  if (heldOn !== null && startOf(heldOn) > today()) throw new BadInput("heldOn", `heldOn is ${heldOn}, which is yet to come. Give it as plannedOn until the congress was held.`);
};

const called = ({ ordinal, tenureFrom, tenureTo }: Tenure) => `congress ${ordinal} (${tenureFrom}-${tenureTo})`;

const overlap = (one: Tenure, other: Tenure) =>
  (one.tenureFrom < other.tenureTo && other.tenureFrom < one.tenureTo) || (one.tenureFrom === other.tenureFrom && one.tenureTo === other.tenureTo);

/** Throws where a congress with a lower ordinal would come later than one with a higher one. */
const checkOrder = (others: readonly Tenure[], congress: Tenure): void => {
  for (const other of others) {
    const [first, second] = other.ordinal < congress.ordinal ? [other, congress] : [congress, other];
    const place = other === first ? "before" : "after";
    if (first.tenureFrom > second.tenureFrom) throw new BadInput("ordinal", `The ordinal ${congress.ordinal} does not fit the tenure ${congress.tenureFrom}-${congress.tenureTo}: ${called(other)} comes ${place} it. Correct one of them.`);
    if (first.heldOn !== null && second.heldOn !== null && startOf(first.heldOn) > endOf(second.heldOn)) throw new BadInput("heldOn", `It would be held in ${congress.heldOn}, and ${called(other)}, which comes ${place} it, was held in ${other.heldOn}. Correct one of them.`);
  }
};

/** Throws where another congress of the association has the ordinal, a tenure in the same years, or one before while it comes after it; hold the association before. */
export const checkAmong = (others: readonly Congress[], congress: Tenure): void => {
  const same = others.find(({ ordinal }) => ordinal === congress.ordinal);
  if (same) {
    const said = `The association has a ${called(same)} already, with the id ${same.id}. Give this one another ordinal, or correct that one with correctCongress.`;
    throw new Problem("CONFLICT", said, { fields: ["association", "ordinal"], other: same.id });
  }
  const beside = others.find(other => overlap(other, congress));
  if (!beside) return checkOrder(others, congress);
  const argument = congress.tenureFrom < beside.tenureFrom ? "tenureTo" : "tenureFrom";
  throw new BadInput(argument, `The tenure ${congress.tenureFrom}-${congress.tenureTo} overlaps that of ${called(beside)}: one begins at the earliest in the year in which the one before ends. Correct one of them.`);
};

/** Throws where an association that is dissolved would hold a congress, for certain, after that. */
export const checkBeforeEnd = ({ heldOn, plannedOn, tenureFrom }: Held, { dissolvedOn }: { dissolvedOn: string | null }): void => {
  // That it was held is checked against the association's whole life.
  if (dissolvedOn === null || heldOn !== null) return;
  const argument = plannedOn === null ? "tenureFrom" : "plannedOn";
  const planned = plannedOn ?? String(tenureFrom);
  if (startOf(planned) > endOf(dissolvedOn)) throw new BadInput(argument, `${argument} is ${planned}, and the association was dissolved in ${dissolvedOn}: it holds no congress any more. Correct the association if that is wrong.`);
};

const mostBodies = 20;

/** The bodies that an input gives, as parts of the congress. */
export const givenBodies = (bodies: readonly CongressBodyInput[], congressId: string): CongressBody[] =>
  few("bodies", bodies, mostBodies, ({ kind, name }) => (kind === CongressBodyKind.OTHER ? [kind, name] : kind)).map(({ kind, name = null, members = null }, index) => {
    if (kind === CongressBodyKind.OTHER && name === null) throw new BadInput("bodies.name", "A body of the kind OTHER needs a name.");
    if (members !== null && members < 1) throw new BadInput("bodies.members", "A body has one member at least. Leave the number out when nobody says.");
    return { congressId, place: index + 1, kind, name: name === null ? null : givenText("bodies.name", name), members };
  });

/** Throws where a congress that was not held yet would have elected somebody. */
export const checkElected = (congress: Held, bodies: readonly unknown[]): void => {
  if (bodies.length > 0 && stateOf(congress) === CongressState.PLANNED) throw new BadInput("bodies", "The congress was not held yet. Say by heldOn when it was; then it has elected its bodies.");
};
