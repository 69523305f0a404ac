import { ChangeInput, CorrectionInput, EndInput, LocalizedTextInput, PartialDate, VersionedInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";
import { BranchHostKind } from "./branch";

@InputType({ description: "A branch to write down." })
export class CreateBranchInput extends ChangeInput {
  @Field(() => ID, { description: "The association that it is part of." })
  association!: string;

  @Field(() => LocalizedTextInput, { description: "Its name." })
  name!: LocalizedTextInput;

  @Field(() => BranchHostKind, { description: "Where it has its home." })
  hostKind!: BranchHostKind;

  @Field(() => PartialDate, { description: "Since when it stands." })
  since!: string;

  @Field(() => ID, { nullable: true, description: "The branch of the same association that it is below; none for one right below the association." })
  parent?: string | null;

  @Field(() => String, { nullable: true, description: "The school, business or other organisation; at most 200 characters." })
  hostOrganisation?: string | null;

  @Field(() => String, { nullable: true, description: "The commune, ward, district or town; at most 200 characters." })
  locality?: string | null;
}

@InputType({ description: "Where a branch had its home before." })
export class EarlierHomeInput {
  @Field(() => PartialDate, { description: "Until when it was there." })
  until!: string;

  @Field(() => BranchHostKind, { description: "In which kind of place." })
  hostKind!: BranchHostKind;

  @Field(() => String, { nullable: true, description: "The school, business or other organisation; at most 200 characters." })
  hostOrganisation?: string | null;

  @Field(() => String, { nullable: true, description: "The commune, ward, district or town; at most 200 characters." })
  locality?: string | null;
}

@InputType({ description: "What changes of a branch; what is not given stays." })
export class ChangeBranchInput extends VersionedInput {
  @Field(() => LocalizedTextInput, { nullable: true, description: "Its new name." })
  name?: LocalizedTextInput | null;

  @Field(() => BranchHostKind, { nullable: true, description: "Where it has its home from then on." })
  hostKind?: BranchHostKind | null;

  @Field(() => ID, { nullable: true, description: "The branch of the same association that it is below from now on; null when it goes right below the association." })
  parent?: string | null;

  @Field(() => String, { nullable: true, description: "The organisation from then on; null when there is none." })
  hostOrganisation?: string | null;

  @Field(() => String, { nullable: true, description: "Where it is from then on; null when nobody says." })
  locality?: string | null;

  @Field(() => PartialDate, {
    nullable: true,
    description: "From when it has its home there, by its kind, organisation and locality; today when not given. A time that is over, not before the branch began, nor before its last change; the home that it had stays among its homes.",
  })
  changedOn?: string | null;
}

@InputType({ description: "The end of a branch: when it was given up, and why. Not while branches below it stand: end those first, or put them below another one." })
export class EndBranchInput extends EndInput {}

@InputType({ description: "What was written down wrongly of a branch; what is not given stays." })
export class CorrectBranchInput extends CorrectionInput {
  @Field(() => LocalizedTextInput, { nullable: true, description: "Its name." })
  name?: LocalizedTextInput | null;

  @Field(() => BranchHostKind, { nullable: true, description: "Where it has its home." })
  hostKind?: BranchHostKind | null;

  @Field(() => ID, { nullable: true, description: "The branch of the same association that it is below; null when it is right below the association." })
  parent?: string | null;

  @Field(() => String, { nullable: true, description: "The organisation; null when nobody says." })
  hostOrganisation?: string | null;

  @Field(() => String, { nullable: true, description: "Where it is; null when nobody says." })
  locality?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "Since when it stands." })
  since?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it ended; null when it stands." })
  until?: string | null;

  @Field(() => [EarlierHomeInput], { nullable: true, description: "All the homes that it had before, at most 20; the rest of this input is about the one that it has." })
  earlierHomes?: EarlierHomeInput[] | null;
}
