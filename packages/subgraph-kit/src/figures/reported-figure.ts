import { Decimal, LocalDate, PartialDate } from "@huu-nghi/service-kit";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Versioned } from "../write/versioned";
import { FigureQualifier } from "./figure";

/** What a printed number is: the figure itself, what was planned, or one of the two ratios. */
export enum FigureAspect {
  VALUE = "VALUE",
  TARGET = "TARGET",
  CHANGE_RATIO = "CHANGE_RATIO",
  ATTAINMENT_RATIO = "ATTAINMENT_RATIO",
}
export type Aspect = `${FigureAspect}`;
export type Qualifier = `${FigureQualifier}`;
registerEnumType(FigureAspect, {
  name: "FigureAspect",
  description: "What a printed number is.",
  valuesConfig: {
    VALUE: { description: "The figure itself." },
    TARGET: { description: "What was planned." },
    CHANGE_RATIO: { description: "By how much it grew over the period before: 0.708 for 70.8 %." },
    ATTAINMENT_RATIO: { description: "How much of the plan was reached: 1.58 for 158 %." },
  },
});

/** A number as a source printed it. */
@Entity("reported_figure")
@ObjectType({ description: "A number as a source printed it; a figure shows it among its readings." })
@Directive("@shareable")
export class ReportedFigure extends Versioned {
  @Field(() => ID, { description: "Made of what it is about and of its source." })
  @PrimaryColumn("text")
  id!: string;

  @Column("text") unionId!: string;

  @Field(() => String, { description: "The figure: `<division>.<measure>`." })
  @Column("text")
  code!: string;

  @Field(() => FigureAspect, { description: "What the number is." })
  @Column("text")
  aspect!: Aspect;

  @Field(() => LocalDate, { nullable: true, description: "The first day of the period; null for what stands on a day." })
  @Column("date", { nullable: true })
  periodFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: "The last day of the period." })
  @Column("date", { nullable: true })
  periodTo!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "The day for which the source speaks." })
  @Column("text", { nullable: true })
  statedAsOf!: string | null;

  @Field(() => Decimal, { description: "The number, in `unit`." })
  @Column("numeric")
  value!: string;

  @Field(() => String, { description: "count, people, or an ISO 4217 code." })
  @Column("text")
  unit!: string;

  @Field(() => FigureQualifier, { description: "How exactly it is meant." })
  @Column("text")
  qualifier!: Qualifier;

  @Field(() => String, { description: "The source's own words." })
  @Column("text")
  asPrinted!: string;

  @Field(() => String, { nullable: true, description: "Where in the source." })
  @Column("text", { nullable: true })
  locator!: string | null;

  @Column("text") sourceId!: string;
}

/** A union's word that its records of a figure and period are complete. */
@Entity("complete_period")
@ObjectType({ description: "A union's word that its records of a figure and period are complete: its RECORDED reading then comes first." })
@Directive("@shareable")
export class CompletePeriod extends Versioned {
  @PrimaryColumn("text") unionId!: string;

  @Field(() => String, { description: "The figure." })
  @PrimaryColumn("text")
  code!: string;

  @Field(() => LocalDate, { description: "The first day." })
  @PrimaryColumn("date")
  periodFrom!: string;

  @Field(() => LocalDate, { description: "The last day." })
  @PrimaryColumn("date")
  periodTo!: string;

  @Column("timestamptz", { default: () => "now()" }) declaredAt!: Date;

  @Field(() => ID, { description: "Its id." })
  @Column("uuid", { generated: "uuid" })
  id!: string;
}
