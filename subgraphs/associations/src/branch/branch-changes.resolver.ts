import { ForOfficers, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Mutation, Resolver } from "type-graphql";
import { Branch } from "./branch";
import { ChangeBranchInput, CorrectBranchInput, CreateBranchInput, EndBranchInput } from "./branch.input";
import { Branches } from "./branches";

const BranchPayload = payloadOf(Branch, "Branch");

@Resolver()
export class BranchChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => BranchPayload, { nullable: true, description: "Writes a branch of a friendship association down. For officers of the association's union." })
  async createBranch(@Arg("input", () => CreateBranchInput, { description: "The branch." }) input: CreateBranchInput) {
    return { changed: await this.scope.get(Branches).create(input) };
  }

  @ForOfficers()
  @Mutation(() => BranchPayload, { nullable: true, description: "Says that a branch changed: its name, where it has its home, or which branch it is below. Where it had its home stays true of the days before `changedOn`; its name and the branch above it are told as they are now, for every day, and what they were by its history. BAD_USER_INPUT when it would be below itself. For officers of the association's union." })
  async changeBranch(@Arg("input", () => ChangeBranchInput, { description: "What changes." }) input: ChangeBranchInput) {
    return { changed: await this.scope.get(Branches).change(input) };
  }

  @ForOfficers()
  @Mutation(() => BranchPayload, { nullable: true, description: "Says that a branch was given up. CONFLICT while branches below it stand. For officers of the association's union." })
  async endBranch(@Arg("input", () => EndBranchInput, { description: "When, and why." }) input: EndBranchInput) {
    return { changed: await this.scope.get(Branches).end(input) };
  }

  @ForOfficers()
  @Mutation(() => BranchPayload, { nullable: true, description: "Puts right what was written down wrongly of a branch. For officers of the association's union." })
  async correctBranch(@Arg("input", () => CorrectBranchInput, { description: "What is right." }) input: CorrectBranchInput) {
    return { changed: await this.scope.get(Branches).correct(input) };
  }
}
