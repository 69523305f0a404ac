import { Guarded, PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { FriendshipAssociations } from "../friendship-association";

export enum MemberKind {
  INDIVIDUAL = "INDIVIDUAL",
  ORGANISATION = "ORGANISATION",
}
registerEnumType(MemberKind, {
  name: "MemberKind",
  description: "Who is the member.",
  valuesConfig: { INDIVIDUAL: { description: "A person." }, ORGANISATION: { description: "An organisation, such as a business or a school." } },
});

export enum MembershipStatus {
  ORDINARY = "ORDINARY",
  HONORARY = "HONORARY",
  ASSOCIATE = "ASSOCIATE",
}
registerEnumType(MembershipStatus, {
  name: "MembershipStatus",
  description: "What kind of member somebody is.",
  valuesConfig: { ORDINARY: { description: "With all rights and duties." }, HONORARY: { description: "By honour." }, ASSOCIATE: { description: "Without the rights of an ordinary member, such as a foreigner." } },
});

export enum LeavingReason {
  MOVED = "MOVED",
  RESIGNED = "RESIGNED",
  DECEASED = "DECEASED",
  EXPELLED = "EXPELLED",
  OTHER = "OTHER",
}
registerEnumType(LeavingReason, {
  name: "LeavingReason",
  description: "Why a membership ended.",
  valuesConfig: {
    MOVED: { description: "The member moved away." },
    RESIGNED: { description: "The member resigned." },
    DECEASED: { description: "The member died; of an organisation, it was closed." },
    EXPELLED: { description: "The association expelled the member." },
    OTHER: { description: "Another reason." },
  },
});

@Entity("membership")
@ObjectType({
  description: "The membership of a person or an organisation in one association, perhaps in one of its branches. For signed-in viewers of the association's union; which person it is, for its officers.",
})
@Directive('@key(fields: "id")')
@Guarded<Membership>("viewer", (scope, { associationId }) => scope.get(FriendshipAssociations).unionsOf(associationId))
export class Membership extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => MembershipStatus, { description: "Ordinary, honorary or associate." })
  @Column("text", { default: MembershipStatus.ORDINARY })
  status!: MembershipStatus;

  @Field(() => PartialDate, { description: "When it began." })
  @Column("text")
  since!: string;

  @Field(() => PartialDate, { nullable: true, description: "When it ended; null while it lasts, at the longest until the association is dissolved." })
  @Column("text", { nullable: true })
  until!: string | null;

  /** Published as `leavingReason`, to officers. */
  @Column("text", { nullable: true })
  leavingReason!: LeavingReason | null;

  /** Published as `leavingNote`, to officers. */
  @Column("text", { nullable: true })
  leavingNote!: string | null;

  /** Published as `association`. */
  @Column("text")
  associationId!: string;

  /** Published as `branch`. */
  @Column("text", { nullable: true })
  branchId!: string | null;

  /** Published as `person`; null for an organisation. */
  @Column("text", { nullable: true })
  personId!: string | null;

  /** Published as `organisation`; null for a person. */
  @Column("text", { nullable: true })
  organisationId!: string | null;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
