import { ForOfficers, Open, payloadOf, published, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { report } from "./report";
import { Union } from "./union";
import { UnionSuccession } from "./union-succession";
import { CorrectUnionSuccessionInput, CreateUnionSuccessionInput } from "./union-succession.input";
import { UnionSuccessions } from "./union-successions";
import { Unions } from "./unions";

const UnionSuccessionPayload = payloadOf(UnionSuccession, "UnionSuccession");

@Resolver(() => Union)
export class SucceedingUnionResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [UnionSuccession], { description: "The acts by which it took the place of others, the first one first. Reports of theirs stay theirs." })
  predecessors(@Root() { id }: Union) {
    return this.scope.get(UnionSuccessions).before.load(id);
  }

  @FieldResolver(() => [UnionSuccession], { description: "The acts by which others took its place, the first one first." })
  successors(@Root() { id }: Union) {
    return this.scope.get(UnionSuccessions).after.load(id);
  }
}

@Resolver(() => report.Report)
export class ReportUnionsResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => [Union], { description: "The unions that count in it: the one whose report it is, then the predecessors that were asked for." })
  unions(@Root() { id }: { id: string }) {
    return this.scope.get(UnionSuccessions).ofReport(id);
  }
}

@Resolver(() => UnionSuccession)
export class UnionSuccessionResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Union, { description: "Whose place was taken." })
  predecessor(@Root() { predecessorId }: UnionSuccession) {
    return this.scope.get(Unions).byId.load(predecessorId);
  }

  @FieldResolver(() => Union, { description: "Who took it." })
  successor(@Root() { successorId }: UnionSuccession) {
    return this.scope.get(Unions).byId.load(successorId);
  }

  @ForOfficers()
  @Mutation(() => UnionSuccessionPayload, { nullable: true, description: "Writes down that a union took the place of another, which ends then. For officers of both; BAD_USER_INPUT for a circle, and for one that is made up with one that is not; CONFLICT while others stand below the one that ends." })
  async createUnionSuccession(@Arg("input", () => CreateUnionSuccessionInput, { description: "The act." }) input: CreateUnionSuccessionInput) {
    return { changed: await this.scope.get(UnionSuccessions).create(input) };
  }

  @ForOfficers()
  @Mutation(() => UnionSuccessionPayload, { nullable: true, description: "Puts right what was written down wrongly of how a union took the place of another. For officers of both." })
  async correctUnionSuccession(@Arg("input", () => CorrectUnionSuccessionInput, { description: "What is right." }) input: CorrectUnionSuccessionInput) {
    return { changed: await this.scope.get(UnionSuccessions).correct(input) };
  }
}
