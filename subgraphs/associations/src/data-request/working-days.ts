import { addDays } from "@huu-nghi/subgraph-kit";

export const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The day on which so many working days are over, the first one being the day after; for terms of up to a year. */
export const addWorkingDays = (day: string, count: number, holidays: ReadonlySet<string>): string => {
  let [reached, left] = [day, count];
  while (left > 0) {
    reached = addDays(reached, 1);
    if (!isWeekend(reached) && !holidays.has(reached)) left -= 1;
  }
  return reached;
};

/** The last day of a term of calendar days: where nobody works on it, the next day on which somebody does. */
export const endOfTerm = (day: string, count: number, holidays: ReadonlySet<string>): string => addWorkingDays(addDays(day, count - 1), 1, holidays);
