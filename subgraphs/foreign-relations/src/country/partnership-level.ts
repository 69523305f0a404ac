import { PartialDate } from "@huu-nghi/subgraph-kit";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const levels = ["COMPREHENSIVE_PARTNERSHIP", "STRATEGIC_PARTNERSHIP", "COMPREHENSIVE_STRATEGIC_PARTNERSHIP"] as const;

@Entity("partnership_level")
@ObjectType({ description: "A level that the relations between Viet Nam and a country have, or had." })
export class PartnershipLevel {
  /** Private: `<country>:<level>`. */
  @PrimaryColumn("text")
  id!: string;

  @Field(() => String, { description: `${levels.join(", ")}, from the lowest to the highest; more may come.` })
  @Column("text")
  level!: (typeof levels)[number];

  @Field(() => PartialDate, { nullable: true, description: "When it was established; null when nobody says." })
  @Column("text", { nullable: true })
  since!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When another level took its place; null while it stands." })
  @Column("text", { nullable: true })
  until!: string | null;

  /** Private: the country that has it. */
  @Column("text")
  countryCode!: string;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
