import { BadInput, Pages, today, type PageArgs, type RequestScope } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { ending, type EndingFilter } from "./congress-lists";
import { Congresses } from "./congresses";
import type { EndingTenure } from "./ending-tenure";

const mostMonths = 120;

/** Full months from a day to the end of a year; less than 0 when the year is over. */
export const monthsLeft = (day: string, year: number): number => {
  const [of = 0, month = 0, date = 0] = day.split("-").map(Number);
  return (year + 1 - of) * 12 + 1 - month - (date > 1 ? 1 : 0);
};

/** For how long those whom congresses elected are in office. */
export class Tenures {
  constructor(private readonly scope: RequestScope) {}

  ending(filter: Omit<EndingFilter, "today">, args: PageArgs) {
    const { asOf, withinMonths } = filter;
    if (withinMonths < 0 || withinMonths > mostMonths) throw new BadInput("withinMonths", `withinMonths is ${withinMonths}; it must be from 0 to ${mostMonths}.`);
    const tenures = new DataLoader<string, EndingTenure | null>(async ids => {
      const found = await this.scope.get(Congresses).byId.loadMany(ids);
      return found.map(congress =>
        congress === null || congress instanceof Error ? null : { congress, endsOn: `${congress.tenureTo}-12-31`, monthsLeft: monthsLeft(asOf, congress.tenureTo) },
      );
    });
    return this.scope.get(Pages).of(ending, null, { ...filter, today: today() }, args, tenures);
  }
}
