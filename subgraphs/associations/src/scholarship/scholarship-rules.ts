import { currency } from "@huu-nghi/reference";
import { BadInput, few, findCountry, foreignId, givenText, refuseFuture } from "@huu-nghi/subgraph-kit";
import type { Scholarship, SponsorColumns } from "./scholarship";
import type { ScholarshipAmountInput, ScholarshipSponsorInput } from "./scholarship.input";

const mostRecipients = 1_000_000;
const mostNamed = 50;
const mostAssociations = 20;
// More than all money of the world is in dong: what is longer was mistyped.
const mostDigits = 21;

/** `2023-2024`, of two years that follow each other. */
export const givenAcademicYear = (text: string): string => {
  const [, from, to] = /^(\d{4})-(\d{4})$/.exec(text.trim()) ?? [];
  if (from !== undefined && Number(from) > 1900 && Number(to) === Number(from) + 1) return `${from}-${to}`;
  throw new BadInput("academicYear", "A school year is two years that follow each other, such as 2023-2024.");
};

type AmountColumns = Pick<Scholarship, "amount" | "currency" | "amountBasis">;

export const givenAmount = (given: ScholarshipAmountInput | null): AmountColumns => {
  if (given === null) return { amount: null, currency: null, amountBasis: null };
  const { amount, currency: code, basis: amountBasis } = given;
  const known = currency(code);
  if (!known) throw new BadInput("amount.currency", `${code} is not a currency of ISO 4217 in which money is paid.`);
  if (amount === "0" || amount.startsWith("-")) throw new BadInput("amount.amount", "An amount is more than 0; leave it out where nobody says how much it is.");
  const [whole = "", fraction = ""] = amount.split(".");
  if (fraction.length > known.digits) throw new BadInput("amount.amount", `${amount.slice(0, 40)} has more digits after the point than ${code}.`);
  if (whole.length > mostDigits) throw new BadInput("amount.amount", `An amount has at most ${mostDigits} digits before the point.`);
  return { amount, currency: code, amountBasis };
};

export const givenSponsor = ({ partner, foreignNgo, association, name }: ScholarshipSponsorInput): SponsorColumns => {
  const count = [partner, foreignNgo, association, name].filter(each => each != null).length;
  if (count !== 1) throw new BadInput("sponsor", `A sponsor is exactly one of partner, foreignNgo, association and name; ${count} of them are given.`);
  return {
    sponsorPartnerId: partner == null ? null : foreignId("sponsor.partner", partner),
    sponsorNgoId: foreignNgo == null ? null : foreignId("sponsor.foreignNgo", foreignNgo),
    sponsorAssociationId: association ?? null,
    sponsorName: name == null ? null : givenText("sponsor.name", name),
  };
};

export const givenCount = (count: number | null): number | null => {
  if (count !== null && (count < 1 || count > mostRecipients)) throw new BadInput("recipientCount", `recipientCount is from 1 to ${mostRecipients}; leave it out where nobody says how many there are.`);
  return count;
};

export const givenNationality = (code: string | null): string | null => {
  if (code !== null && !findCountry(code)) throw new BadInput("nationality", `${code} is the code of no country.`);
  return code;
};

export const givenSchool = (school: string | null): string | null => (school === null ? null : givenText("school", school));

export const givenRecipients = (ids: readonly string[]) => few("recipients", ids, mostNamed, id => id);

export const givenAssociations = (ids: readonly string[]): readonly string[] => {
  if (ids.length === 0) throw new BadInput("associations", "Name the association that gave it or passed it on.");
  return few("associations", ids, mostAssociations, id => id);
};

/** Throws where an award is of no time, of one that is yet to come, or, for certain, more than a year before or after its school year. */
export const checkTime = ({ academicYear, awardedOn }: Pick<Scholarship, "academicYear" | "awardedOn">): void => {
  if (academicYear === null && awardedOn === null) throw new BadInput("awardedOn", "Say when it was awarded, or by academicYear for which school year it is.");
  refuseFuture("awardedOn", awardedOn);
  if (academicYear === null || awardedOn === null) return;
  const [from = 0, to = 0] = academicYear.split("-").map(Number);
  if (Number(awardedOn.slice(0, 4)) < from - 1 || Number(awardedOn.slice(0, 4)) > to + 1)
    throw new BadInput("awardedOn", `awardedOn is ${awardedOn}, more than a year from the school year ${academicYear}. Correct one of the two.`);
};
