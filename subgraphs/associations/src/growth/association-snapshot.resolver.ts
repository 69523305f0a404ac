import { ForOfficers, PageArgs, pageOf, payloadOf, RequestScope, Source } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { FriendshipAssociation, FriendshipAssociations } from "../friendship-association";
import { AssociationSnapshot } from "./association-snapshot";
import { CorrectAssociationSnapshotInput, CreateAssociationSnapshotInput } from "./association-snapshot.input";
import { AssociationSnapshots } from "./association-snapshots";
import { GrowthMeasure } from "./growth-measure";

const AssociationSnapshotPage = pageOf(AssociationSnapshot, "AssociationSnapshot");
const AssociationSnapshotPayload = payloadOf(AssociationSnapshot, "AssociationSnapshot");

@ArgsType()
class SnapshotArgs extends PageArgs {
  @Field(() => GrowthMeasure, { nullable: true, description: "Only of this." })
  measure?: GrowthMeasure | null;
}

@Resolver(() => AssociationSnapshot)
export class AssociationSnapshotResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => FriendshipAssociation, { description: "The association." })
  association(@Root() { associationId }: AssociationSnapshot) {
    return this.scope.get(FriendshipAssociations).byId.load(associationId);
  }

  @FieldResolver(() => Source, { nullable: true, description: "Where it was read." })
  source(@Root() { sourceId }: AssociationSnapshot) {
    return this.scope.get(AssociationSnapshots).source.load(sourceId);
  }

  @ForOfficers()
  @Mutation(() => AssociationSnapshotPayload, { nullable: true, description: "Writes down how many branches or members a source gives an association. CONFLICT when the source's number for this day is there. For officers of the association's union." })
  async createAssociationSnapshot(@Arg("input", () => CreateAssociationSnapshotInput, { description: "The number and its source." }) input: CreateAssociationSnapshotInput) {
    return { changed: await this.scope.get(AssociationSnapshots).create(input) };
  }

  @ForOfficers()
  @Mutation(() => AssociationSnapshotPayload, { nullable: true, description: "Puts right what was written down wrongly of such a number. For officers of the association's union." })
  async correctAssociationSnapshot(@Arg("input", () => CorrectAssociationSnapshotInput, { description: "What is right." }) input: CorrectAssociationSnapshotInput) {
    return { changed: await this.scope.get(AssociationSnapshots).correct(input) };
  }
}

@Resolver(() => FriendshipAssociation)
export class SnapshotsOfAssociationResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => AssociationSnapshotPage, { nullable: true, description: "How many branches and members sources give it, the latest first." })
  snapshots(@Root() { id }: FriendshipAssociation, @Args(() => SnapshotArgs) { measure, ...page }: SnapshotArgs) {
    return this.scope.get(AssociationSnapshots).ofAssociation(id, { measure: measure ?? null }, page);
  }
}
