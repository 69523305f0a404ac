import { Open, published, RequestScope, Statement, Statements } from "@huu-nghi/subgraph-kit";
import { FieldResolver, Resolver, Root } from "type-graphql";
import { Country } from "../country";
import { ImportantDate } from "./important-date";
import { ImportantDates } from "./important-dates";

@Resolver(() => ImportantDate)
export class ImportantDateResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [Statement], { description: "What other sources say of it, where they differ." })
  statements(@Root() { id }: ImportantDate) {
    return this.scope.get(Statements).about.load({ kind: "ImportantDate", id });
  }
}

@Resolver(() => Country)
export class CountryDatesResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => [ImportantDate], { description: "Its dates that are marked every year, in the order of the year." })
  importantDates(@Root() { code }: Country) {
    return this.scope.get(ImportantDates).ofCountry(code);
  }
}
