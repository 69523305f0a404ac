import { ForOfficers, PageArgs, pageOf, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Args, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { FriendshipAssociation } from "../friendship-association";
import { Branch } from "./branch";
import { ChangeBranchInput, CorrectBranchInput, CreateBranchInput, EndBranchInput } from "./branch.input";
import { Branches } from "./branches";

const BranchPage = pageOf(Branch, "Branch");
const BranchPayload = payloadOf(Branch, "Branch");

@Resolver(() => FriendshipAssociation)
export class AssociationBranchResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => BranchPage, { nullable: true, description: "Its branches of today, by their Vietnamese names." })
  branches(@Root() { id }: FriendshipAssociation, @Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(Branches).ofAssociation(id, args);
  }
}

@Resolver()
export class BranchChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => BranchPayload, { nullable: true, description: "Writes a branch of a friendship association down. For officers of the association's union." })
  async createBranch(@Arg("input", () => CreateBranchInput, { description: "The branch." }) input: CreateBranchInput) {
    return { changed: await this.scope.get(Branches).create(input) };
  }

  @ForOfficers()
  @Mutation(() => BranchPayload, { nullable: true, description: "Says that a branch changed: its name, or where it has its home. For officers of the association's union." })
  async changeBranch(@Arg("input", () => ChangeBranchInput, { description: "What changes." }) input: ChangeBranchInput) {
    return { changed: await this.scope.get(Branches).change(input) };
  }

  @ForOfficers()
  @Mutation(() => BranchPayload, { nullable: true, description: "Says that a branch was given up. For officers of the association's union." })
  async endBranch(@Arg("input", () => EndBranchInput, { description: "When, and why." }) input: EndBranchInput) {
    return { changed: await this.scope.get(Branches).end(input) };
  }

  @ForOfficers()
  @Mutation(() => BranchPayload, { nullable: true, description: "Puts right what was written down wrongly of a branch. For officers of the association's union." })
  async correctBranch(@Arg("input", () => CorrectBranchInput, { description: "What is right." }) input: CorrectBranchInput) {
    return { changed: await this.scope.get(Branches).correct(input) };
  }
}
