import { LocalDate, RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Arg, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { FriendshipAssociation } from "../friendship-association";
import { Memberships } from "./memberships";

@Resolver(() => FriendshipAssociation)
export class AssociationMembershipResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Int, { nullable: true, description: "Memberships on this day, today when not given; null where none was ever recorded." })
  async membershipCount(@Root() { id }: FriendshipAssociation, @Arg("asOf", () => LocalDate, { nullable: true, description: "On this day; today when not given." }) asOf?: string | null) {
    const counts = await this.scope.get(Memberships).counts.load({ associationId: id, asOf: asOf ?? today() });
    return counts?.memberships ?? null;
  }

  @FieldResolver(() => Int, { nullable: true, description: "People with a membership on this day, each counted once; null where no membership was ever recorded." })
  async peopleCount(@Root() { id }: FriendshipAssociation, @Arg("asOf", () => LocalDate, { nullable: true, description: "On this day; today when not given." }) asOf?: string | null) {
    const counts = await this.scope.get(Memberships).counts.load({ associationId: id, asOf: asOf ?? today() });
    return counts?.people ?? null;
  }
}
