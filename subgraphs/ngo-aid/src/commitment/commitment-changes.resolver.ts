import { ForOfficers, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Mutation, Resolver } from "type-graphql";
import { Commitment } from "./commitment";
import { CommitmentChanges } from "./commitment-changes";
import { CorrectCommitmentInput, CreateCommitmentInput, EndCommitmentInput } from "./commitment.input";

const CommitmentPayload = payloadOf(Commitment, "Commitment");

@Resolver()
export class CommitmentChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => CommitmentPayload, { nullable: true, description: "Writes down what was promised to a project, or a change of it, which counts on its own day. For officers of the project's union." })
  async createCommitment(@Arg("input", () => CreateCommitmentInput, { description: "The promise, or its change." }) input: CreateCommitmentInput) {
    return { changed: await this.scope.get(CommitmentChanges).create(input) };
  }

  @ForOfficers()
  @Mutation(() => CommitmentPayload, { nullable: true, description: "Withdraws a promise. For officers of the project's union." })
  async endCommitment(@Arg("input", () => EndCommitmentInput, { description: "When it was withdrawn, and why." }) input: EndCommitmentInput) {
    return { changed: await this.scope.get(CommitmentChanges).end(input) };
  }

  @ForOfficers()
  @Mutation(() => CommitmentPayload, { nullable: true, description: "Puts right what was written down wrongly of a commitment. For officers of the project's union." })
  async correctCommitment(@Arg("input", () => CorrectCommitmentInput, { description: "What is right." }) input: CorrectCommitmentInput) {
    return { changed: await this.scope.get(CommitmentChanges).correct(input) };
  }
}
