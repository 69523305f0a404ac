import { addDays, BadInput, checkedPeriod, type Period, type RequestScope } from "@huu-nghi/subgraph-kit";
import { Events } from "../event";
import { ImportantDates } from "../important-date";
import type { Occurrence } from "./occurrence";
import { nearestRecurrence, recurrences } from "./recurrence";

const mostYears = 5;
const aYear = 366;

const checked = (from: string, to: string): Period => {
  const period = checkedPeriod(from, to);
  const tooLate = `${String(Number(from.slice(0, 4)) + mostYears).padStart(4, "0")}${from.slice(4)}`;
  if (to >= tooLate) throw new BadInput("to", `The period from ${from} to ${to} is longer than ${mostYears} years; ask for a shorter one.`);
  return period;
};

export class Occurrences {
  constructor(private readonly scope: RequestScope) {}

  /** Every important date in a period that a union marks, in the order of days, with the union's events for it. */
  async of(unionId: string, from: string, to: string): Promise<Occurrence[]> {
    const period = checked(from, to);
    const dates = (await this.scope.get(ImportantDates).recurringFor(unionId)).flatMap(date => (date.dayOfYear === null ? [] : [{ ...date, dayOfYear: date.dayOfYear }]));
    const around = { from: addDays(from, -aYear), to: addDays(to, aYear) };
    const events = await this.scope.get(Events).forOccasions(unionId, dates.map(({ id }) => id), around);
    return dates
      .flatMap(importantDate =>
        recurrences(importantDate, period).map(({ date, ordinal }) => ({
          date,
          ordinal,
          importantDate,
          country: importantDate.countryCode === null ? null : { code: importantDate.countryCode },
          plannedEvents: events.filter(({ occasionId, startsOn }) => occasionId === importantDate.id && nearestRecurrence(startsOn, importantDate.dayOfYear) === date),
        })),
      )
      .sort((a, b) => a.date.localeCompare(b.date) || a.importantDate.id.localeCompare(b.importantDate.id));
  }
}
