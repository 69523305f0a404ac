import { BadInput, isLocalDate, isPartialDate } from "@huu-nghi/service-kit";
import { calendarYear, endOf, startOf, type Period } from "../dates";

/** A union of which a report speaks, and when it was founded and ended, so far as that is known. */
export interface ReportUnion {
  id: string;
  foundedOn: string | null;
  endedOn: string | null;
}

/** What the opaque id of a report carries, so that each division can answer for it. */
export interface ReportKey extends Period {
  /** Whose report it is. */
  unionId: string;
  /** That union first, and those that count in it. */
  unions: ReportUnion[];
}

const [firstYear, lastYear] = [1900, 2999];
const mostUnions = 50;

// Wide enough for every record, and such that the period before still has dates that a database knows.
const isCovered = (day: string) => Number(day.slice(0, 4)) >= firstYear && Number(day.slice(0, 4)) <= lastYear;

/** A report of one union that stands has an id that does not say when that was founded, which its records know. */
export const reportId = ({ unionId, unions, from, to }: ReportKey) => {
  const isPlain = unions.length === 1 && unions[0]!.endedOn === null;
  return Buffer.from(JSON.stringify([isPlain ? unionId : unions.map(({ id, foundedOn, endedOn }) => [id, foundedOn, endedOn]), from, to])).toString("base64url");
};

const unionsIn = (said: unknown): ReportUnion[] | null => {
  if (typeof said === "string") return [{ id: said, foundedOn: null, endedOn: null }];
  if (!Array.isArray(said) || said.length === 0 || said.length > mostUnions) return null;
  const isDate = (date: unknown) => date === null || (typeof date === "string" && isPartialDate(date));
  const isUnion = (each: unknown): each is [string, string | null, string | null] => Array.isArray(each) && typeof each[0] === "string" && isDate(each[1]) && isDate(each[2]);
  return said.every(isUnion) ? said.map(([id, foundedOn, endedOn]) => ({ id, foundedOn, endedOn })) : null;
};

/** Null for what is not the id of a report. */
export const readReportId = (id: string): ReportKey | null => {
  try {
    const [said, from, to] = JSON.parse(Buffer.from(id, "base64url").toString()) as [unknown, unknown, unknown];
    const unions = unionsIn(said);
    const isDay = (day: unknown): day is string => typeof day === "string" && isLocalDate(day);
    const isReport = isDay(from) && isDay(to) && from <= to && isCovered(from) && isCovered(to);
    return unions && isReport ? { unionId: unions[0]!.id, unions, from, to } : null;
  } catch {
    return null;
  }
};

type Kind = "flow" | "stock";

/** Whether it was no more: of a stock, which is what stood on the last day, on that day. */
const wasOver = ({ endedOn }: ReportUnion, kind: Kind, { from, to }: Period): boolean => endedOn !== null && endOf(endedOn) < (kind === "flow" ? from : to);

/** Whether a union has figures of a period: what happened while it stood, and what stood while it did. */
export const countsIn = (union: ReportUnion, kind: Kind, period: Period): boolean =>
  (union.foundedOn === null || startOf(union.foundedOn) <= period.to) && !wasOver(union, kind, period);

/** Whose stocks there are none of, since they had ended; of what happened, records speak by their dates. */
export const endedBefore = (unions: readonly ReportUnion[], kind: Kind, period: Period): ReportUnion[] =>
  kind === "flow" ? [] : unions.filter(union => wasOver(union, kind, period));

/** Whose records count: where a successor is asked too, what a predecessor left behind and still stands; where all have ended, nobody's. */
export const recordedIn = (unions: readonly ReportUnion[], kind: Kind, period: Period): string[] =>
  endedBefore(unions, kind, period).length === unions.length ? [] : unions.map(({ id }) => id);

/** A period that a client asks for; refuses one that ends before it begins, or lies in years of which nobody keeps records. */
export const checkedPeriod = (from: string, to: string, [first, last]: [string, string] = ["from", "to"]): Period => {
  if (from > to) throw new BadInput(last, `The period ends on ${to}, before it begins on ${from}.`);
  const outside = Object.entries({ [first]: from, [last]: to }).find(([, day]) => !isCovered(day));
  if (outside) throw new BadInput(outside[0], `${outside[0]} is ${outside[1]}; reports cover the years ${firstYear} to ${lastYear}.`);
  return { from, to };
};

export const checkedYear = (year: number): Period => {
  if (year < firstYear || year > lastYear) throw new BadInput("year", `year is ${year}; it must be from ${firstYear} to ${lastYear}.`);
  return calendarYear(year);
};
