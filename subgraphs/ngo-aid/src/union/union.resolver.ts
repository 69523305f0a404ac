import { Open, published, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { AidProject } from "../aid-project";
import { AnnualPlan, AnnualPlans } from "../annual-plan";
import { ForeignNgos, Registration } from "../foreign-ngo";
import { Union } from "./union";

@Resolver(() => Union)
export class UnionResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => [AnnualPlan], { nullable: true, description: "What the union planned for its aid figures, the latest year first." })
  async aidPlans(@Root() { id }: Union, @Arg("year", () => Int, { nullable: true, description: "Only of this calendar year." }) year?: number | null) {
    const plans = await this.scope.get(AnnualPlans).ofUnion.load(id);
    return plans.filter(plan => year == null || plan.year === year);
  }
}

@Resolver(() => AidProject)
export class ProjectUnionResolver {
  @FieldResolver(() => Union, { nullable: true, description: "The union in whose area it is, and in whose books its money stands." })
  union(@Root() { unionId }: AidProject): Union {
    return { id: unionId };
  }
}

@Resolver(() => Registration)
export class RegistrationUnionsResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [Union], { nullable: true, description: "The unions in whose areas it allows to work; empty when nobody says, and then it counts for no union." })
  async unions(@Root() { id }: Registration): Promise<Union[]> {
    const areas = await this.scope.get(ForeignNgos).areas.load(id);
    return areas.map(({ unionId }) => ({ id: unionId }));
  }
}
