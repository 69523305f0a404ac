import { BadInput, checkedPeriod, endOf, today } from "@huu-nghi/subgraph-kit";
import type { SeriesStep } from "./growth-measure";

const mostPoints = 120;
const monthsIn: Record<SeriesStep, number> = { YEAR: 12, QUARTER: 3, MONTH: 1 };

/** Counted from the year 0. */
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const lastDayOf = (month: number) => endOf(`${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`);
const earlier = (a: string, b: string) => (a < b ? a : b);

/** The last day of each step from one day to another, and that other one; nothing that is yet to come. */
export const seriesDays = (from: string, to: string, step: SeriesStep): string[] => {
  checkedPeriod(from, to);
  const last = earlier(to, today());
  if (from > last) return [];
  const months = monthsIn[step];
  const [first, end] = [Math.floor(monthOf(from) / months), Math.floor(monthOf(last) / months)];
  const points = end - first + 1;
  if (points > mostPoints) throw new BadInput("step", `From ${from} to ${to} there are ${points} points with the step ${step}; a series has at most ${mostPoints}. Take a longer step, or a shorter time.`);
  return Array.from({ length: points }, (_, at) => earlier(lastDayOf((first + at) * months + months - 1), last));
};
