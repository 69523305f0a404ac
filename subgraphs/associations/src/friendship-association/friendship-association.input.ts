import { ChangeInput, CorrectionInput, CountryCode, EndInput, LocalizedTextInput, PartialDate, VersionedInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "A friendship association to write down." })
export class CreateFriendshipAssociationInput extends ChangeInput {
  @Field(() => ID, {
    nullable: true,
    description: "`<union>:<country codes>`, such as vinh-phuc:cz-sk; made of the two when not given. A later one for the same countries has a number behind it, such as vinh-phuc:cz-sk-2.",
  })
  id?: string | null;

  @Field(() => ID, { description: "The union that it belongs to." })
  union!: string;

  @Field(() => LocalizedTextInput, { description: "Its name." })
  name!: LocalizedTextInput;

  @Field(() => [CountryCode], { description: "The countries that it is for: one at least, each once." })
  countries!: string[];

  @Field(() => PartialDate, { nullable: true, description: "When it was founded." })
  foundedOn?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "For what day the first source speaks that names it, where nobody says when it was founded: from then on it is counted." })
  namedAsOf?: string | null;
}

@InputType({ description: "What changes of a friendship association; what is not given stays." })
export class ChangeFriendshipAssociationInput extends VersionedInput {
  @Field(() => LocalizedTextInput, { nullable: true, description: "Its new name." })
  name?: LocalizedTextInput | null;

  @Field(() => [CountryCode], { nullable: true, description: "The countries that it is for from now on." })
  countries?: string[] | null;
}

@InputType({ description: "The end of a friendship association: on which day it was dissolved, and why." })
export class EndFriendshipAssociationInput extends EndInput {}

@InputType({ description: "What was written down wrongly of a friendship association; what is not given stays." })
export class CorrectFriendshipAssociationInput extends CorrectionInput {
  @Field(() => LocalizedTextInput, { nullable: true, description: "Its name." })
  name?: LocalizedTextInput | null;

  @Field(() => [CountryCode], { nullable: true, description: "The countries that it is for." })
  countries?: string[] | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was founded; null when nobody says." })
  foundedOn?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "For what day the first source speaks that names it; null when its founding is known." })
  namedAsOf?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was dissolved; null when it was not." })
  dissolvedOn?: string | null;
}
