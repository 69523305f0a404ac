import { RequestScope, Source } from "@huu-nghi/subgraph-kit";
import { FieldResolver, Resolver, Root } from "type-graphql";
import { ExchangeRate } from "./exchange-rate";
import { ExchangeRates } from "./exchange-rates";

@Resolver(() => ExchangeRate)
export class ExchangeRateResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Source, { nullable: true, description: "Where it was read." })
  source(@Root() { sourceId }: ExchangeRate) {
    return this.scope.get(ExchangeRates).sources.load(sourceId);
  }
}
