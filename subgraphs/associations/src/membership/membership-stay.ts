import { Part, PartialDate } from "@huu-nghi/subgraph-kit";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { MembershipStatus } from "./membership";

/** In which branch a member was before, and as what. */
@Entity("membership_stay")
@Part("earlierStays")
export class EarlierStay {
  @PrimaryColumn("text") membershipId!: string;
  @PrimaryColumn("text") until!: string;
  @Column("text", { nullable: true }) branchId!: string | null;
  @Column("text") status!: MembershipStatus;
}

@ObjectType({ description: "In which branch a member was, as what, and when." })
export class MembershipStay {
  @Field(() => MembershipStatus, { description: "What kind of member." })
  status!: MembershipStatus;

  @Field(() => PartialDate, { description: "From when: the first one since the membership began." })
  since!: string;

  @Field(() => PartialDate, { nullable: true, description: "Until when; null for the last one, which lasts as long as the membership." })
  until!: string | null;

  /** Published as `branch`. */
  branchId!: string | null;
}
