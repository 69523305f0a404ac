import { Money, PageArgs, pageOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Args, FieldResolver, Resolver, Root } from "type-graphql";
import { AidProject, AidProjects } from "../aid-project";
import { ExchangeRate, ExchangeRates } from "../exchange-rate";
import { Commitment } from "./commitment";
import { Commitments } from "./commitments";

const CommitmentPage = pageOf(Commitment, "Commitment");

@Resolver(() => Commitment)
export class CommitmentResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Money, { description: "In the currency in which it was promised; negative for a cut." })
  amount(@Root() { amount, currency }: Commitment): Money {
    return { amount, currency };
  }

  @FieldResolver(() => AidProject, { description: "The project that it is for." })
  project(@Root() { projectId }: Commitment) {
    return this.scope.get(AidProjects).byId.load(projectId);
  }

  @FieldResolver(() => Commitment, { nullable: true, description: "Of a change: the first promise that it changes; null for a first promise, and when nobody says." })
  revises(@Root() { revisesId }: Commitment) {
    return revisesId === null ? null : this.scope.get(Commitments).byId.load(revisesId);
  }

  @FieldResolver(() => ExchangeRate, { nullable: true, description: "The rate by which it becomes VND in sums; null when it is in VND, and when no rate is known for its date." })
  async exchangeRate(@Root() { currency, signedOn, projectId }: Commitment) {
    const project = await this.scope.get(AidProjects).byId.load(projectId);
    return project && this.scope.get(ExchangeRates).of({ currency, day: signedOn, unionId: project.unionId });
  }
}

@Resolver(() => AidProject)
export class ProjectCommitmentsResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => CommitmentPage, { nullable: true, description: "What was promised to it, and every change of that; the latest first." })
  commitments(@Root() { id }: AidProject, @Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(Commitments).ofProject(id, args);
  }
}
