import { PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ForeignNgo } from "../foreign-ngo";
import { FriendshipAssociation } from "../friendship-association";
import { Partner } from "../partner";

export enum ScholarshipAmountBasis {
  PER_RECIPIENT = "PER_RECIPIENT",
  TOTAL = "TOTAL",
}
registerEnumType(ScholarshipAmountBasis, {
  name: "ScholarshipAmountBasis",
  description: "What the amount of an award of scholarships is of.",
  valuesConfig: { PER_RECIPIENT: { description: "Of each recipient's scholarship." }, TOTAL: { description: "Of all scholarships of the award together." } },
});

@Entity("scholarship")
@ObjectType({ description: "An award of scholarships: to one recipient or to several, of one nationality and at one school as far as that is known." })
@Directive('@key(fields: "id")')
export class Scholarship extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => Int, { nullable: true, description: "How many got one; null when nobody says." })
  @Column("int", { nullable: true })
  recipientCount!: number | null;

  /** Published as the country `nationality`. */
  @Column("text", { nullable: true })
  nationality!: string | null;

  @Field(() => String, { nullable: true, description: "Where the recipients study, by the name that was written down; null when nobody says." })
  @Column("text", { nullable: true })
  school!: string | null;

  @Field(() => String, { nullable: true, description: "The school year that it is for, such as 2023-2024; null when nobody says." })
  @Column("text", { nullable: true })
  academicYear!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was awarded; null when nobody says." })
  @Column("text", { nullable: true })
  awardedOn!: string | null;

  /** Published as `amount`, together with its currency. */
  @Column("numeric", { nullable: true })
  amount!: string | null;

  @Column("text", { nullable: true })
  currency!: string | null;

  @Field(() => ScholarshipAmountBasis, { nullable: true, description: "Whether `amount` is each recipient's or that of all; null without an amount." })
  @Column("text", { nullable: true })
  amountBasis!: ScholarshipAmountBasis | null;

  /** One of the four is there, published as `sponsor`. */
  @Column("text", { nullable: true }) sponsorPartnerId!: string | null;
  @Column("text", { nullable: true }) sponsorNgoId!: string | null;
  @Column("text", { nullable: true }) sponsorAssociationId!: string | null;
  @Column("text", { nullable: true }) sponsorName!: string | null;

  /** Published as `union`. */
  @Column("text")
  unionId!: string;

  /** Published as `source`. */
  @Column("text", { nullable: true })
  sourceId!: string | null;
}

/** Where it is written down who pays. */
export type SponsorColumns = Pick<Scholarship, "sponsorPartnerId" | "sponsorNgoId" | "sponsorAssociationId" | "sponsorName">;

@ObjectType({ description: "Who pays for scholarships: one of a partner, a foreign NGO, an association, or somebody known by name only." })
export class ScholarshipSponsor {
  @Field(() => Partner, { nullable: true, description: "The organisation with which unions work. Null, too, where its name is asked for and none has the id that was written down." })
  partner?: Partner | null;

  @Field(() => ForeignNgo, { nullable: true, description: "The foreign NGO. Null, too, where its name is asked for and none has the id that was written down." })
  foreignNgo?: ForeignNgo | null;

  @Field(() => FriendshipAssociation, { nullable: true, description: "The friendship association, which may be the one that gave it." })
  association?: Promise<FriendshipAssociation | null> | null;

  @Field(() => String, { nullable: true, description: "The name that was written down, of one who is none of these." })
  name?: string | null;
}
