import { FigureQualifier, LocalizedText, PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const eventKinds = ["CELEBRATION", "FESTIVAL", "CONFERENCE", "CONGRESS", "MEETING", "EXCHANGE", "PROGRAMME", "TRAINING", "VISIT", "OTHER"] as const;

@Entity("event")
@ObjectType({ description: "Something that was held or is planned: a celebration, a festival, a conference, a training." })
@Directive('@key(fields: "id")')
export class Event extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => LocalizedText, { description: "What it is called." })
  @Column(() => LocalizedText)
  title!: LocalizedText;

  @Field(() => String, { description: `${eventKinds.join(", ")}; more may come.` })
  @Column("text")
  kind!: (typeof eventKinds)[number];

  @Field(() => PartialDate, { description: "Its first day, as exact as its source." })
  @Column("text")
  startsOn!: string;

  @Field(() => PartialDate, { nullable: true, description: "Its last day; null for one day, or when nobody says." })
  @Column("text", { nullable: true })
  endsOn!: string | null;

  @Field(() => Int, { nullable: true, description: "How many people took part, read with headcountQualifier; null when nobody says." })
  @Column("int", { nullable: true })
  headcount!: number | null;

  @Field(() => FigureQualifier, { nullable: true, description: "How exactly headcount is meant; null without one." })
  @Column("text", { nullable: true })
  headcountQualifier!: FigureQualifier | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was called off; null for an event that is or was to be held. One that was called off counts in no figure." })
  @Column("text", { nullable: true })
  calledOffOn!: string | null;

  /** Published as `occasion`. */
  @Column("text", { nullable: true })
  occasionId!: string | null;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
