import { LocalDate, Open, published, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, ID, Query, Resolver } from "type-graphql";
import { Occurrence } from "./occurrence";
import { Occurrences } from "./occurrences";

const description =
  "The important dates of a period, by day, with the union's events for each. Dates whose day is not known or differs from year to year are not in it. This division does not know which unions exist: an unknown union has the same dates, without those that one union alone marks, and no planned events. BAD_USER_INPUT when the period ends before it begins, or is longer than 5 years.";

@Resolver(() => Occurrence)
export class CalendarResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => [Occurrence], { nullable: true, description })
  calendar(
    @Arg("union", () => ID, { description: "Whose dates and events." }) union: string,
    @Arg("from", () => LocalDate, { description: "The first day." }) from: string,
    @Arg("to", () => LocalDate, { description: "The last day." }) to: string,
  ) {
    return this.scope.get(Occurrences).of(union, from, to);
  }
}
