import type { Period } from "@huu-nghi/subgraph-kit";

const dayMs = 86_400_000;
const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** What recurs every year: on this day, MM-DD, since this year if that is known. */
export interface Recurring {
  dayOfYear: string;
  originalDate: string | null;
}

/** The day in one year; 29 February is marked on the 28th where there is none. */
export const dayIn = (year: number, dayOfYear: string) => `${String(year).padStart(4, "0")}-${dayOfYear === "02-29" && !isLeap(year) ? "02-28" : dayOfYear}`;

export interface Recurrence {
  date: string;
  /** How many years after the original; null when nobody says when that was. */
  ordinal: number | null;
}

/** Its days within a period. The original day itself is no recurrence, nor is anything before it. */
export const recurrences = ({ dayOfYear, originalDate }: Recurring, { from, to }: Period): Recurrence[] => {
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
  return years
    .map(year => ({ date: dayIn(year, dayOfYear), ordinal: originalDate === null ? null : year - Number(originalDate.slice(0, 4)) }))
    .filter(({ date, ordinal }) => date >= from && date <= to && (ordinal === null || ordinal > 0));
};

/**
 * The recurrence that something on this (partial) date is nearest to: what is known by its year belongs to that
 * year's, what is known by its month counts from the middle of it.
 */
export const nearestRecurrence = (date: string, dayOfYear: string): string => {
  const year = Number(date.slice(0, 4));
  if (date.length === 4) return dayIn(year, dayOfYear);
  const instant = instantOf(date.length === 7 ? `${date}-15` : date);
  const distance = (day: string) => Math.abs(instantOf(day) - instant) / dayMs;
  return [year - 1, year, year + 1].map(each => dayIn(each, dayOfYear)).reduce((nearest, day) => (distance(day) < distance(nearest) ? day : nearest));
};
