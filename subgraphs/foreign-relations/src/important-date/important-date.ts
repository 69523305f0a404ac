import { LocalizedText, PartialDate } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const dateKinds = ["DIPLOMATIC_RELATIONS", "NATIONAL_DAY", "ACCESSION", "HISTORICAL_EVENT", "BIRTH", "TRADITIONAL_DAY", "HOLIDAY", "FOUNDING"] as const;

@Entity("important_date")
@ObjectType({ description: "A date that is marked every year: an anniversary, a national day, a holiday." })
@Directive('@key(fields: "id")')
export class ImportantDate {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => String, { description: `What is marked: ${dateKinds.join(", ")}; more may come.` })
  @Column("text")
  kind!: (typeof dateKinds)[number];

  @Field(() => LocalizedText, { description: "What is marked, as a name." })
  @Column(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => PartialDate, { nullable: true, description: "When it happened first, as exact as its source; null when nobody says." })
  @Column("text", { nullable: true })
  originalDate!: string | null;

  @Field(() => String, { nullable: true, description: "The day of the year, MM-DD, on which it is marked; null when it is not known or differs from year to year." })
  @Column("text", { nullable: true })
  dayOfYear!: string | null;

  /** Private: the country it is about; null for dates of Viet Nam and of unions. */
  @Column("text", { nullable: true })
  countryCode!: string | null;

  /** Private: the only union that marks it; null for dates of all. */
  @Column("text", { nullable: true })
  unionId!: string | null;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
