import { ChangeInput, CorrectionInput, CountryCode, EndInput, LocalizedTextInput, PartialDate, VersionedInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";
import { AssociationLevel } from "./friendship-association";

@InputType({ description: "A name that a friendship association had before." })
export class EarlierNameInput {
  @Field(() => LocalizedTextInput, { description: "The name." })
  name!: LocalizedTextInput;

  @Field(() => PartialDate, { description: "Until when it had it." })
  until!: string;
}

@InputType({ description: "The countries and groups of countries that a friendship association was for before." })
export class EarlierCoverageInput {
  @Field(() => PartialDate, { description: "Until when it was for them." })
  until!: string;

  @Field(() => [CountryCode], { nullable: true, description: "The countries, each once: one at least, or else a group." })
  countries?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "The groups of countries, such as ASEAN." })
  groups?: string[] | null;
}

@InputType({ description: "A friendship association to write down." })
export class CreateFriendshipAssociationInput extends ChangeInput {
  @Field(() => ID, {
    nullable: true,
    description: "`<union>:<codes of countries and groups>`, such as vinh-phuc:cz-sk; made of the two when not given. A later one for the same ones has a number behind it, such as vinh-phuc:cz-sk-2.",
  })
  id?: string | null;

  @Field(() => ID, { description: "The union that it belongs to." })
  union!: string;

  @Field(() => LocalizedTextInput, { description: "Its name." })
  name!: LocalizedTextInput;

  @Field(() => [CountryCode], { nullable: true, description: "The countries that it is for, each once: one at least, or else a group." })
  countries?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "The groups of countries that it is for, such as ASEAN; their members of a day need not be named." })
  groups?: string[] | null;

  @Field(() => AssociationLevel, { nullable: true, description: "Its level, where it is not that of its union." })
  level?: AssociationLevel | null;

  @Field(() => ID, { nullable: true, description: "The association of a higher level that it belongs to." })
  parent?: string | null;

  @Field(() => String, { nullable: true, description: "The number of the decision by which it is established, at most 200 characters." })
  decisionNumber?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "The date of that decision." })
  decidedOn?: string | null;

  @Field(() => String, { nullable: true, description: "Who issued that decision, at most 200 characters." })
  decisionIssuer?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was founded." })
  foundedOn?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "For what day the first source speaks that names it, where nobody says when it was founded: from then on it is counted." })
  namedAsOf?: string | null;
}

@InputType({ description: "What changes of a friendship association; what is not given stays." })
export class ChangeFriendshipAssociationInput extends VersionedInput {
  @Field(() => LocalizedTextInput, { nullable: true, description: "Its new name." })
  name?: LocalizedTextInput | null;

  @Field(() => [CountryCode], { nullable: true, description: "The countries that it is for from then on." })
  countries?: string[] | null;

  @Field(() => PartialDate, { nullable: true, description: "From when it has its new name; the one that it had stays among its names then. Without it, only its history knows that." })
  renamedOn?: string | null;

  @Field(() => [ID], { nullable: true, description: "The groups of countries that it is for from then on, such as ASEAN." })
  groups?: string[] | null;

  @Field(() => PartialDate, {
    nullable: true,
    description: "From when it is for these countries and groups; today when not given. A time that is over, not before the association began, nor before the last such change; those before stay among its coverages.",
  })
  changedOn?: string | null;

  @Field(() => AssociationLevel, { nullable: true, description: "Its level from now on; null for that of its union." })
  level?: AssociationLevel | null;

  @Field(() => ID, { nullable: true, description: "The association of a higher level that it belongs to from now on; null for none." })
  parent?: string | null;
}

@InputType({ description: "The end of a friendship association: on which day it was dissolved, and why." })
export class EndFriendshipAssociationInput extends EndInput {}

@InputType({ description: "What was written down wrongly of a friendship association; what is not given stays." })
export class CorrectFriendshipAssociationInput extends CorrectionInput {
  @Field(() => LocalizedTextInput, { nullable: true, description: "Its name." })
  name?: LocalizedTextInput | null;

  @Field(() => [CountryCode], { nullable: true, description: "The countries that it is for." })
  countries?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "The groups of countries that it is for, such as ASEAN." })
  groups?: string[] | null;

  @Field(() => [EarlierNameInput], { nullable: true, description: "All the names that it had before." })
  earlierNames?: EarlierNameInput[] | null;

  @Field(() => AssociationLevel, { nullable: true, description: "Its level; null for that of its union." })
  level?: AssociationLevel | null;

  @Field(() => ID, { nullable: true, description: "The association of a higher level that it belongs to; null for none." })
  parent?: string | null;

  @Field(() => String, { nullable: true, description: "The number of the decision by which it was established; null when no source gives it." })
  decisionNumber?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "The date of that decision; null when no source gives it." })
  decidedOn?: string | null;

  @Field(() => String, { nullable: true, description: "Who issued that decision; null when no source says." })
  decisionIssuer?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was founded; null when nobody says." })
  foundedOn?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "For what day the first source speaks that names it; null when its founding is known." })
  namedAsOf?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was dissolved; null when it was not." })
  dissolvedOn?: string | null;

  @Field(() => [EarlierCoverageInput], { nullable: true, description: "All that it was for before, at most 20; `countries` and `groups` are about now." })
  earlierCoverages?: EarlierCoverageInput[] | null;
}
