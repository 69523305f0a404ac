import { Exact, mostOf, quotient, type Assembled } from "./assemble";
import { FigureBasis, type FigureQualifier, type Reading } from "./figure";

/** What is known of one figure and period of several unions. */
export interface Together {
  /** The figure of each union that stood then. */
  parts: { unionId: string; figure: Assembled }[];
  /** What the records of all the unions add up to, each record once. */
  recorded: Reading | undefined;
  /** The figure of each that had ended by then: what was last printed of it is told, and counts in nothing. */
  ended?: Assembled[];
}

interface Measured {
  unit: string;
  /** What is counted once in all cannot be added up: two unions may count the same. */
  countedOnce: boolean;
}

// The later in this order, the less it is worth: as with the readings of one union.
const bases = [FigureBasis.REPORTED, FigureBasis.IMPLIED, FigureBasis.RECORDED];
const weakest = (readings: readonly Reading[]): FigureBasis => {
  const incomplete = readings.filter(({ basis, complete }) => basis !== FigureBasis.RECORDED || !complete);
  return incomplete.length === 0 ? FigureBasis.RECORDED : bases[Math.max(...incomplete.map(({ basis }) => bases.indexOf(basis)))]!;
};

const sum = (values: readonly string[]) => values.reduce((total, value) => total.plus(value), new Exact(0)).toString();

/** The one value that all share. */
const shared = <Value>([first, ...others]: Value[]): Value | undefined => (others.every(other => other === first) ? first : undefined);

/** How a sum is meant of which some parts may not be known. */
const qualifierOf = (readings: readonly Reading[], isPartial: boolean, unit: string): FigureQualifier => {
  const inexact = readings.map(({ qualifier }) => qualifier).filter(qualifier => qualifier !== "EXACT");
  return mostOf([...inexact, ...(isPartial ? [unit === "count" || unit === "people" ? ("MORE_THAN" as const) : ("ABOUT" as const)] : [])]);
};

/** The preferred reading of all together; none where the unions' values cannot be put together. */
const preferredOf = ({ parts, recorded }: Together, { countedOnce }: Measured): Reading | undefined => {
  const known = parts.flatMap(({ figure: { readings } }) => readings.slice(0, 1));
  if (known.every(({ basis }) => basis === FigureBasis.RECORDED)) return recorded;
  const unit = shared(known.map(reading => reading.unit));
  const isPartial = known.length < parts.length;
  if (known.length === 1 && !isPartial) return known[0];
  if (unit === undefined || (countedOnce && known.length > 1)) return undefined;
  const value = sum(known.map(reading => reading.value));
  return { basis: weakest(known), value, unit, qualifier: qualifierOf(known, isPartial, unit), complete: false, asPrinted: null, source: null, unionId: null };
};

/** What of every part is known in this unit, added up; null where one of them lacks it. */
const sumOf = (values: ({ value: string; unit: string } | null)[], unit: string): string | null =>
  values.length > 0 && values.every(each => each?.unit === unit) ? sum(values.map(each => each!.value)) : null;

const reportedOf = ({ readings }: Assembled) => readings.find(({ basis }) => basis === FigureBasis.REPORTED) ?? null;

/**
 * One figure of several unions, such as a union and those whose place it took. Where each union's preferred reading is
 * RECORDED, it is what the records of all add up to, each record once; else the sum of what the preferred readings say,
 * of which those that are not known make a lower bound.
 */
export const combine = (measured: Measured, now: Together, before: Together): Assembled => {
  const { parts, recorded, ended = [] } = now;
  const past = ended.flatMap(({ readings }) => readings.filter(({ basis }) => basis === FigureBasis.REPORTED));
  const [only] = parts;
  const isAlone = parts.length === 1 && before.parts.length === 1 && before.parts[0]!.unionId === only!.unionId;
  const own = only?.figure.readings.find(({ basis }) => basis === FigureBasis.RECORDED);
  if (isAlone && own?.value === recorded?.value) return { ...only!.figure, readings: [...only!.figure.readings, ...past] };

  const preferred = preferredOf(now, measured);
  const [value, previous] = [preferred, preferredOf(before, measured)];
  const unit = preferred?.unit ?? measured.unit;
  const comparable = previous?.unit === unit ? previous : undefined;
  const others = [...(recorded ? [recorded] : []), ...parts.flatMap(({ figure }) => figure.readings.filter(({ basis }) => basis !== FigureBasis.RECORDED))];
  const reported = measured.countedOnce && parts.length > 1 ? null : sumOf(parts.map(({ figure }) => reportedOf(figure)), measured.unit);
  const target = sumOf(parts.map(({ figure }) => (figure.target === null ? null : { value: figure.target, unit: figure.unit })), unit);
  return {
    unit,
    value: value?.value ?? null,
    basis: value?.basis ?? null,
    readings: [...(preferred ? [preferred] : []), ...others.filter(reading => reading !== preferred), ...past],
    discrepancy: recorded && reported !== null ? new Exact(recorded.value).minus(reported).toString() : null,
    previous: comparable?.value ?? null,
    changeRatio: quotient(value, comparable, 1),
    target,
    attainmentRatio: quotient(value, target === null ? undefined : { value: target }, 0),
  };
};
