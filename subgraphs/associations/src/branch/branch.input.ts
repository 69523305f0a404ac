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
}

@InputType({ description: "What changes of a branch; what is not given stays." })
export class ChangeBranchInput extends VersionedInput {
  @Field(() => LocalizedTextInput, { nullable: true, description: "Its new name." })
  name?: LocalizedTextInput | null;

  @Field(() => BranchHostKind, { nullable: true, description: "Where it has its home from now on." })
  hostKind?: BranchHostKind | null;
}

@InputType({ description: "The end of a branch: when it was given up, and why." })
export class EndBranchInput extends EndInput {}

@InputType({ description: "What was written down wrongly of a branch; what is not given stays." })
export class CorrectBranchInput extends CorrectionInput {
  @Field(() => LocalizedTextInput, { nullable: true, description: "Its name." })
  name?: LocalizedTextInput | null;

  @Field(() => BranchHostKind, { nullable: true, description: "Where it has its home." })
  hostKind?: BranchHostKind | null;

  @Field(() => PartialDate, { nullable: true, description: "Since when it stands." })
  since?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it ended; null when it stands." })
  until?: string | null;
}
