import { Money } from "@huu-nghi/subgraph-kit";
import { FieldResolver, Resolver, Root } from "type-graphql";
import { AnnualPlan } from "./annual-plan";

@Resolver(() => AnnualPlan)
export class AnnualPlanResolver {
  @FieldResolver(() => Money, { description: "How much is to be reached." })
  amount(@Root() { amount, currency }: AnnualPlan): Money {
    return { amount, currency };
  }
}
