import { ChangeInput, CorrectionInput, CountryCode, EndInput, FigureQualifier, PartialDate, SourceInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType, Int } from "type-graphql";
import { OverseasPeople } from "./overseas-number";

@InputType({ description: "Where abroad a person lives or lived, to write down." })
export class CreateResidenceAbroadInput extends ChangeInput {
  @Field(() => ID, { description: "The person; one whom your roles reach." })
  person!: string;

  @Field(() => CountryCode, { description: "The country, which is not Viet Nam." })
  country!: string;

  @Field(() => PartialDate, { description: "Since when, as exact as it is known." })
  since!: string;

  @Field(() => PartialDate, { nullable: true, description: "Until when, of one that has ended." })
  until?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the person came back to Viet Nam then; only with `until`, and false when not given." })
  returned?: boolean | null;
}

@InputType({ description: "The end of a residence abroad: when, why, and whether the person came back." })
export class EndResidenceAbroadInput extends EndInput {
  @Field(() => Boolean, { description: "Whether the person came back to live in Viet Nam; false for one who went elsewhere." })
  returned!: boolean;
}

@InputType({ description: "What was written down wrongly of a residence abroad; what is not given stays." })
export class CorrectResidenceAbroadInput extends CorrectionInput {
  @Field(() => CountryCode, { nullable: true, description: "The country." })
  country?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "Since when." })
  since?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "Until when; null while it lasts." })
  until?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the person came back to Viet Nam then." })
  returned?: boolean | null;
}

@InputType({ description: "A number of overseas Vietnamese that a source gives." })
export class CreateOverseasNumberInput extends ChangeInput {
  @Field(() => ID, { description: "The union that it is about." })
  union!: string;

  @Field(() => OverseasPeople, { description: "Whom it counts." })
  people!: OverseasPeople;

  @Field(() => CountryCode, { nullable: true, description: "The country; not given for all countries together." })
  country?: string | null;

  @Field(() => PartialDate, { description: "The day for which the source speaks; not one that is yet to come." })
  statedAsOf!: string;

  @Field(() => Int, { description: "The number: 0 or more." })
  number!: number;

  @Field(() => FigureQualifier, { nullable: true, description: "How exactly it is meant; EXACT when not given." })
  qualifier?: FigureQualifier | null;

  @Field(() => String, { description: "The source's own words; at most 2000 characters." })
  asPrinted!: string;

  @Field(() => SourceInput, { description: "Where it was read." })
  source!: SourceInput;
}

@InputType({ description: "What was written down wrongly of a number of overseas Vietnamese; what is not given stays." })
export class CorrectOverseasNumberInput extends CorrectionInput {
  @Field(() => CountryCode, { nullable: true, description: "The country; null for all countries together." })
  country?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "The day for which the source speaks." })
  statedAsOf?: string | null;

  @Field(() => Int, { nullable: true, description: "The number." })
  number?: number | null;

  @Field(() => FigureQualifier, { nullable: true, description: "How exactly it is meant." })
  qualifier?: FigureQualifier | null;

  @Field(() => String, { nullable: true, description: "The source's own words." })
  asPrinted?: string | null;
}
