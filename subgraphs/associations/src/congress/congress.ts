import { PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum CongressLevel {
  NATIONAL = "NATIONAL",
  PROVINCIAL = "PROVINCIAL",
  DISTRICT = "DISTRICT",
}
registerEnumType(CongressLevel, {
  name: "CongressLevel",
  description: "The level at which a congress is held.",
  valuesConfig: { NATIONAL: { description: "Of the whole country." }, PROVINCIAL: { description: "Of a province or city." }, DISTRICT: { description: "Of a district." } },
});

export enum CongressState {
  PLANNED = "PLANNED",
  HELD = "HELD",
}
registerEnumType(CongressState, {
  name: "CongressState",
  description: "Whether a congress was held.",
  valuesConfig: { PLANNED: { description: "It is planned, and was not held yet." }, HELD: { description: "It was held." } },
});

@Entity("congress")
@ObjectType({ description: "A congress of a friendship association, which elects its bodies for a tenure." })
@Directive('@key(fields: "id")')
export class Congress extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => Int, { description: "The 1st, 2nd, ... of its association." })
  @Column("int")
  ordinal!: number;

  @Field(() => PartialDate, { nullable: true, description: "When it was held; null when nobody says, and while it is planned." })
  @Column("text", { nullable: true })
  heldOn!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it is, or was, planned to be held; null when nobody says." })
  @Column("text", { nullable: true })
  plannedOn!: string | null;

  @Field(() => CongressLevel, { nullable: true, description: "The level at which it is held; null when nobody says." })
  @Column("text", { nullable: true })
  level!: CongressLevel | null;

  @Field(() => Int, { nullable: true, description: "How many delegates took part, or are to; null when nobody says." })
  @Column("int", { nullable: true })
  delegates!: number | null;

  @Field(() => Int, { description: "The first year of the tenure." })
  @Column("int")
  tenureFrom!: number;

  @Field(() => Int, { description: "The last year of the tenure." })
  @Column("int")
  tenureTo!: number;

  /** Published as `association`. */
  @Column("text")
  associationId!: string;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
