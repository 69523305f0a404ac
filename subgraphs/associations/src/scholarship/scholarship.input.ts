import { ChangeInput, CorrectionInput, CountryCode, CurrencyCode, Decimal, PartialDate, VersionedInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType, Int } from "type-graphql";
import { ScholarshipAmountBasis } from "./scholarship";

@InputType({ description: "Who pays for scholarships: exactly one of the four." })
export class ScholarshipSponsorInput {
  @Field(() => ID, { nullable: true, description: "The id of a partner of the foreign relations division." })
  partner?: string | null;

  @Field(() => ID, { nullable: true, description: "The id of a foreign NGO of the NGO aid division." })
  foreignNgo?: string | null;

  @Field(() => ID, { nullable: true, description: "The id of a friendship association." })
  association?: string | null;

  @Field(() => String, { nullable: true, description: "The name of a sponsor who is none of these; at most 200 characters." })
  name?: string | null;
}

@InputType({ description: "An exact amount in one currency, and of what it is." })
export class ScholarshipAmountInput {
  @Field(() => Decimal, { description: "More than 0, in the currency's main unit, with no more digits after the point than the currency has: none for VND." })
  amount!: string;

  @Field(() => CurrencyCode, { description: "ISO 4217." })
  currency!: string;

  @Field(() => ScholarshipAmountBasis, { description: "Whether it is each recipient's, or that of all together." })
  basis!: ScholarshipAmountBasis;
}

@InputType({ description: "An award of scholarships to write down." })
export class CreateScholarshipInput extends ChangeInput {
  @Field(() => [ID], { description: "The associations, all of one union, that gave it or passed it on: one at least." })
  associations!: string[];

  @Field(() => ScholarshipSponsorInput, { description: "Who pays for it; where the associations do themselves, one of them." })
  sponsor!: ScholarshipSponsorInput;

  @Field(() => Int, { nullable: true, description: "How many recipients; when not given, as many as `recipients` names, and unknown where it names none." })
  recipientCount?: number | null;

  @Field(() => [ID], { nullable: true, description: "Recipients who are known persons whom your roles reach: at most 50, and no more than `recipientCount`. Who they are is for officers of the union." })
  recipients?: string[] | null;

  @Field(() => CountryCode, { nullable: true, description: "The recipients' nationality." })
  nationality?: string | null;

  @Field(() => String, { nullable: true, description: "Where they study; at most 200 characters." })
  school?: string | null;

  @Field(() => String, { nullable: true, description: "The school year that it is for, as 2023-2024; needed without `awardedOn`." })
  academicYear?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was awarded, which is not yet to come, and within a year of `academicYear`; needed without it." })
  awardedOn?: string | null;

  @Field(() => ScholarshipAmountInput, { nullable: true, description: "How much it is." })
  amount?: ScholarshipAmountInput | null;
}

@InputType({ description: "What changes of an award of scholarships, such as the recipients who became known; what is not given stays." })
export class ChangeScholarshipInput extends VersionedInput {
  @Field(() => Int, { nullable: true, description: "How many recipients; null when nobody says." })
  recipientCount?: number | null;

  @Field(() => [ID], { nullable: true, description: "All recipients who are known persons: at most 50. Empty for none." })
  recipients?: string[] | null;

  @Field(() => ScholarshipAmountInput, { nullable: true, description: "How much it is; null when nobody says." })
  amount?: ScholarshipAmountInput | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was awarded; null when nobody says." })
  awardedOn?: string | null;
}

@InputType({ description: "What was written down wrongly of an award of scholarships; what is not given stays." })
export class CorrectScholarshipInput extends CorrectionInput {
  @Field(() => [ID], { nullable: true, description: "The associations, all of its union, that gave it or passed it on." })
  associations?: string[] | null;

  @Field(() => ScholarshipSponsorInput, { nullable: true, description: "Who pays for it." })
  sponsor?: ScholarshipSponsorInput | null;

  @Field(() => Int, { nullable: true, description: "How many recipients; null when nobody says." })
  recipientCount?: number | null;

  @Field(() => [ID], { nullable: true, description: "All recipients who are known persons: at most 50. Empty for none." })
  recipients?: string[] | null;

  @Field(() => CountryCode, { nullable: true, description: "The recipients' nationality; null when nobody says." })
  nationality?: string | null;

  @Field(() => String, { nullable: true, description: "Where they study; null when nobody says." })
  school?: string | null;

  @Field(() => String, { nullable: true, description: "The school year that it is for, as 2023-2024; null when nobody says." })
  academicYear?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was awarded; null when nobody says." })
  awardedOn?: string | null;

  @Field(() => ScholarshipAmountInput, { nullable: true, description: "How much it is; null when nobody says." })
  amount?: ScholarshipAmountInput | null;
}
