import { addDays } from "@huu-nghi/subgraph-kit";
import { addWorkingDays, isWeekend } from "./working-days";

/*
 * The first day of the lunar year, and the tenth of its third month, computed from the moments of new moon and of the sun's
 * longitude at UTC+7, by which the Vietnamese calendar goes. The Chinese one of `Intl` would not do: it goes by UTC+8, for
 * which the year 2030 begins a day later, and ICU, which is behind it, misses the first day of 2027 and of 2030 by one.
 */
const lunarDays: Partial<Record<number, [newYear: string, hungKings: string]>> = {
  2024: ["2024-02-10", "2024-04-18"],
  2025: ["2025-01-29", "2025-04-07"],
  2026: ["2026-02-17", "2026-04-26"],
  2027: ["2027-02-06", "2027-04-16"],
  2028: ["2028-01-26", "2028-04-04"],
  2029: ["2029-02-13", "2029-04-23"],
  2030: ["2030-02-02", "2030-04-12"],
  2031: ["2031-01-23", "2031-04-01"],
  2032: ["2032-02-11", "2032-04-19"],
  2033: ["2033-01-31", "2033-04-09"],
  2034: ["2034-02-19", "2034-04-28"],
  2035: ["2035-02-08", "2035-04-17"],
};

/**
 * Days of a year on which by the Labour Code (Article 112, and 111 for those on a week-end) no office works, as far as they
 * are certain before the government says which: of the five days of the lunar new year the eve and the first three, and of
 * National Day the second of September without the day beside it. So what is due is due early rather than late.
 */
export const certainHolidays = (year: number): Set<string> => {
  const [newYear, hungKings] = lunarDays[year] ?? [];
  const days = [
    `${year}-01-01`,
    ...(newYear === undefined ? [] : [-1, 0, 1, 2].map(after => addDays(newYear, after))),
    ...(hungKings === undefined ? [] : [hungKings]),
    `${year}-04-30`,
    `${year}-05-01`,
    `${year}-09-02`,
  ];
  const free = new Set(days);
  for (const day of days.filter(isWeekend)) free.add(addWorkingDays(day, 1, free));
  return free;
};
