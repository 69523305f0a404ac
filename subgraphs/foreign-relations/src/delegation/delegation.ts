import { FigureQualifier, LocalizedText, PartialDate } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum DelegationDirection {
  INBOUND = "INBOUND",
  OUTBOUND = "OUTBOUND",
  DOMESTIC = "DOMESTIC",
}
registerEnumType(DelegationDirection, {
  name: "DelegationDirection",
  description: "Where a delegation goes.",
  valuesConfig: {
    INBOUND: { description: "From abroad, or from a foreign organisation, to the union." },
    OUTBOUND: { description: "From the union, or with it, abroad." },
    DOMESTIC: { description: "Within Viet Nam." },
  },
});

export const delegationKinds = ["LEADERS", "EMBASSY", "TROUPE", "NGO", "BUSINESS", "PEOPLE", "OTHER"] as const;

@Entity("delegation")
@ObjectType({ description: "A delegation that a union or one of its associations received, sent or joined." })
@Directive('@key(fields: "id")')
export class Delegation {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => DelegationDirection, { description: "Where it goes." })
  @Column("text")
  direction!: DelegationDirection;

  @Field(() => String, { description: `Whose it is: ${delegationKinds.join(", ")}; more may come.` })
  @Column("text")
  kind!: (typeof delegationKinds)[number];

  @Field(() => LocalizedText, { description: "What it is called; it names no private person." })
  @Column(() => LocalizedText)
  title!: LocalizedText;

  @Field(() => Int, { nullable: true, description: "How many people it has, read with headcountQualifier; null when nobody says." })
  @Column("int", { nullable: true })
  headcount!: number | null;

  @Field(() => FigureQualifier, { nullable: true, description: "How exactly headcount is meant; null without one." })
  @Column("text", { nullable: true })
  headcountQualifier!: FigureQualifier | null;

  @Field(() => PartialDate, { description: "When it arrives, as exact as its source." })
  @Column("text")
  arrivedOn!: string;

  @Field(() => PartialDate, { nullable: true, description: "When it leaves again; null when nobody says." })
  @Column("text", { nullable: true })
  leftOn!: string | null;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
