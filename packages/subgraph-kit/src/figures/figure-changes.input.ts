import { Decimal, LocalDate, PartialDate } from "@huu-nghi/service-kit";
import { Length, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, VersionedInput } from "../write/versioned";
import { FigureQualifier } from "./figure";
import { FigureAspect } from "./reported-figure";

const words = (most: number) => Length(1, most, { message: `$property has 1 to ${most} characters` });

@InputType({ description: "Where a fact was read." })
export class SourceInput {
  @Field(() => String, { description: "The title as printed." })
  @words(500)
  title!: string;

  @Field(() => String, { nullable: true, description: "Who published it; at most 500 characters." })
  publisher?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was published." })
  date?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "The time for which it speaks, where that is another." })
  statedAsOf?: string | null;

  @Field(() => String, { nullable: true, description: "How to find it: an address, a file, a page; at most 2000 characters." })
  locator?: string | null;
}

@InputType({ description: "A number that a source printed. What it is of: a period, or the day for which the source speaks, or both." })
export class CreateReportedFigureInput extends ChangeInput {
  @Field(() => ID, { description: "The union that it is about." })
  union!: string;

  @Field(() => String, { description: "The figure, such as ngoAid.ngos: one of this division's." })
  code!: string;

  @Field(() => FigureAspect, { nullable: true, description: "What the number is; VALUE when not given." })
  aspect?: FigureAspect | null;

  @Field(() => LocalDate, { nullable: true, description: "The first day of the period." })
  periodFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "The last day of the period; with periodFrom." })
  periodTo?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "The day for which the source speaks; needed without a period." })
  statedAsOf?: string | null;

  @Field(() => Decimal, { description: "The number; only a CHANGE_RATIO is less than 0." })
  value!: string;

  @Field(() => String, { nullable: true, description: "What it is counted in, where the source prints another unit than the figure's, such as another currency." })
  unit?: string | null;

  @Field(() => FigureQualifier, { nullable: true, description: "How exactly it is meant; EXACT when not given." })
  qualifier?: FigureQualifier | null;

  @Field(() => String, { description: "The source's own words." })
  @words(2000)
  asPrinted!: string;

  @Field(() => String, { nullable: true, description: "Where in the source." })
  locator?: string | null;

  @Field(() => SourceInput, { description: "Where it was read; a source that is known by the same title, publisher and date is not written down twice." })
  @ValidateNested()
  source!: SourceInput;
}

@InputType({ description: "A mistake in writing a printed number down. What is not given stays." })
export class CorrectReportedFigureInput extends VersionedInput {
  @Field(() => Decimal, { nullable: true, description: "The number as it was printed." })
  value?: string | null;

  @Field(() => String, { nullable: true, description: "Its unit as it was printed." })
  unit?: string | null;

  @Field(() => FigureQualifier, { nullable: true, description: "How exactly it was meant." })
  qualifier?: FigureQualifier | null;

  @Field(() => String, { nullable: true, description: "The source's own words." })
  asPrinted?: string | null;

  @Field(() => String, { nullable: true, description: "Where in the source." })
  locator?: string | null;

  @Field(() => String, { description: "What was wrong." })
  @words(500)
  reason!: string;
}

@InputType({ description: "A union's word that its records of a figure and period are complete." })
export class CreateCompletePeriodInput extends ChangeInput {
  @Field(() => ID, { description: "The union." })
  union!: string;

  @Field(() => String, { description: "The figure, such as ngoAid.ngos: one of this division's." })
  code!: string;

  @Field(() => LocalDate, { description: "The first day." })
  periodFrom!: string;

  @Field(() => LocalDate, { description: "The last day, which is not yet to come." })
  periodTo!: string;
}

@InputType({ description: "Takes back the word that records are complete." })
export class EndCompletePeriodInput extends VersionedInput {
  @Field(() => String, { description: "Why." })
  @words(500)
  reason!: string;
}
