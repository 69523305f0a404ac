import { ChangeInput, CorrectionInput, FigureQualifier, PartialDate, SourceInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType, Int } from "type-graphql";
import { GrowthMeasure } from "./growth-measure";

@InputType({ description: "A number of branches or members that a source gives an association." })
export class CreateAssociationSnapshotInput extends ChangeInput {
  @Field(() => ID, { description: "The association." })
  association!: string;

  @Field(() => GrowthMeasure, { description: "What was counted: BRANCHES, MEMBERSHIPS or PEOPLE." })
  measure!: GrowthMeasure;

  @Field(() => PartialDate, { description: "The day for which the source speaks; not one that is yet to come." })
  statedAsOf!: string;

  @Field(() => Int, { description: "The number, 0 or more." })
  value!: number;

  @Field(() => FigureQualifier, { nullable: true, description: "How exactly it is meant; EXACT when not given." })
  qualifier?: FigureQualifier | null;

  @Field(() => String, { description: "The source's own words, at most 2000 characters." })
  asPrinted!: string;

  @Field(() => String, { nullable: true, description: "Where in the source." })
  locator?: string | null;

  @Field(() => SourceInput, { description: "Where it was read; a source that is known by the same title, publisher and dates is not written down twice." })
  source!: SourceInput;
}

@InputType({ description: "A mistake in writing such a number down; what is not given stays." })
export class CorrectAssociationSnapshotInput extends CorrectionInput {
  @Field(() => GrowthMeasure, { nullable: true, description: "What was counted: BRANCHES, MEMBERSHIPS or PEOPLE." })
  measure?: GrowthMeasure | null;

  @Field(() => PartialDate, { nullable: true, description: "The day for which the source speaks." })
  statedAsOf?: string | null;

  @Field(() => Int, { nullable: true, description: "The number as it was printed." })
  value?: number | null;

  @Field(() => FigureQualifier, { nullable: true, description: "How exactly it was meant." })
  qualifier?: FigureQualifier | null;

  @Field(() => String, { nullable: true, description: "The source's own words." })
  asPrinted?: string | null;

  @Field(() => String, { nullable: true, description: "Where in the source; null when nobody says." })
  locator?: string | null;
}
