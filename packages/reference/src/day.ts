/** A day, `2025-07-01`. */
export type Day = string;

/** A day, a month or a year: as much of a date as is known. */
export type PartialDay = string;

const PARTIAL = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Whether `text` is a day of the calendar, a month or a year. */
export function isPartialDay(text: string): boolean {
  if (!PARTIAL.test(text)) return false;
  const whole = text + "-01-01".slice(text.length - 4);
  const date = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
}

/** Refuses what is not a day, for a comparison of texts would answer something for it. */
export function assertDay(text: string): asserts text is Day {
  if (text.length !== 10 || !isPartialDay(text)) throw new RangeError(`not a day (YYYY-MM-DD): ${JSON.stringify(text)}`);
}

/** Today in Viet Nam (UTC+7, no summer time), where the records are kept. */
export function today(): Day {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * Whether `day` lies between two dates, both included. A month or year counts whole; null is open.
 * ISO dates sort as text, and "2006" sorts before each day of 2006.
 */
export function isWithin(day: Day, from: PartialDay | null, until: PartialDay | null): boolean {
  return (from === null || from <= day) && (until === null || day.slice(0, until.length) <= until);
}
