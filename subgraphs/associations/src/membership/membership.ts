import { Guarded, PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { FriendshipAssociations } from "../friendship-association";

@Entity("membership")
@ObjectType({
  description: "A person's membership in one association, perhaps in one of its branches. For signed-in viewers of the association's union; whose it is, for its officers.",
})
@Directive('@key(fields: "id")')
@Guarded<Membership>("viewer", (scope, { associationId }) => scope.get(FriendshipAssociations).unionsOf(associationId))
export class Membership extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => PartialDate, { description: "When it began." })
  @Column("text")
  since!: string;

  @Field(() => PartialDate, { nullable: true, description: "When it ended; null while it lasts, at the longest until the association is dissolved." })
  @Column("text", { nullable: true })
  until!: string | null;

  /** Published as `association`. */
  @Column("text")
  associationId!: string;

  /** Published as `branch`. */
  @Column("text", { nullable: true })
  branchId!: string | null;

  /** Published as `person`. */
  @Column("text")
  personId!: string;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
