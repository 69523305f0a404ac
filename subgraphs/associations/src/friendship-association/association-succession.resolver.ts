import { ForOfficers, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { AssociationSuccession } from "./association-succession";
import { CorrectAssociationSuccessionInput, CreateAssociationSuccessionInput } from "./association-succession.input";
import { AssociationSuccessions } from "./association-successions";
import { FriendshipAssociation } from "./friendship-association";
import { FriendshipAssociations } from "./friendship-associations";

const Payload = payloadOf(AssociationSuccession, "FriendshipAssociationSuccession");

@Resolver(() => FriendshipAssociation)
export class SucceedingAssociationResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [AssociationSuccession], { description: "The acts by which it took the place of others, the first one first." })
  predecessors(@Root() { id }: FriendshipAssociation) {
    return this.scope.get(AssociationSuccessions).before.load(id);
  }

  @FieldResolver(() => [AssociationSuccession], { description: "The acts by which others took its place, the first one first." })
  successors(@Root() { id }: FriendshipAssociation) {
    return this.scope.get(AssociationSuccessions).after.load(id);
  }
}

@Resolver(() => AssociationSuccession)
export class AssociationSuccessionResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => FriendshipAssociation, { description: "Whose place was taken." })
  predecessor(@Root() { predecessorId }: AssociationSuccession) {
    return this.scope.get(FriendshipAssociations).byId.load(predecessorId);
  }

  @FieldResolver(() => FriendshipAssociation, { description: "Which one took it." })
  successor(@Root() { successorId }: AssociationSuccession) {
    return this.scope.get(FriendshipAssociations).byId.load(successorId);
  }

  @ForOfficers()
  @Mutation(() => Payload, { nullable: true, description: "Writes down that a friendship association took the place of another, which is dissolved then. For officers of the unions of both; BAD_USER_INPUT for a circle." })
  async createFriendshipAssociationSuccession(@Arg("input", () => CreateAssociationSuccessionInput, { description: "The act." }) input: CreateAssociationSuccessionInput) {
    return { changed: await this.scope.get(AssociationSuccessions).create(input) };
  }

  @ForOfficers()
  @Mutation(() => Payload, { nullable: true, description: "Puts right what was written down wrongly of how a friendship association took the place of another. For officers of the unions of both." })
  async correctFriendshipAssociationSuccession(@Arg("input", () => CorrectAssociationSuccessionInput, { description: "What is right." }) input: CorrectAssociationSuccessionInput) {
    return { changed: await this.scope.get(AssociationSuccessions).correct(input) };
  }
}
