import { Money, PageArgs, pageOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Args, FieldResolver, Resolver, Root } from "type-graphql";
import { AidProject, AidProjects } from "../aid-project";
import { ExchangeRate, ExchangeRates } from "../exchange-rate";
import { Disbursement } from "./disbursement";
import { Disbursements } from "./disbursements";

const DisbursementPage = pageOf(Disbursement, "Disbursement");

@Resolver(() => Disbursement)
export class DisbursementResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Money, { description: "In the currency in which it was paid; negative for money that was given back." })
  amount(@Root() { amount, currency }: Disbursement): Money {
    return { amount, currency };
  }

  @FieldResolver(() => AidProject, { description: "The project that it went to." })
  project(@Root() { projectId }: Disbursement) {
    return this.scope.get(AidProjects).byId.load(projectId);
  }

  @FieldResolver(() => ExchangeRate, { nullable: true, description: "The rate by which it becomes VND in sums; null when it is in VND, and when no rate is known for its date." })
  async exchangeRate(@Root() { currency, paidOn, projectId }: Disbursement) {
    const project = await this.scope.get(AidProjects).byId.load(projectId);
    return project && this.scope.get(ExchangeRates).of({ currency, day: paidOn, unionId: project.unionId });
  }
}

@Resolver(() => AidProject)
export class ProjectDisbursementsResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => DisbursementPage, { nullable: true, description: "What was paid to it, the latest first." })
  disbursements(@Root() { id }: AidProject, @Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(Disbursements).ofProject(id, args);
  }
}
