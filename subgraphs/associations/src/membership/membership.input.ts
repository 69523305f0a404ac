import { ChangeInput, CorrectionInput, EndInput, PartialDate, VersionedInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "A membership to write down, of a person who is known already." })
export class CreateMembershipInput extends ChangeInput {
  @Field(() => ID, { description: "The association." })
  association!: string;

  @Field(() => ID, { description: "The person; one whom your roles reach." })
  person!: string;

  @Field(() => ID, { nullable: true, description: "The branch of the association." })
  branch?: string | null;

  @Field(() => PartialDate, { description: "When it began." })
  since!: string;
}

@InputType({ description: "What changes of a membership; what is not given stays." })
export class ChangeMembershipInput extends VersionedInput {
  @Field(() => ID, { nullable: true, description: "The branch of the association to which the member goes; null when it is none." })
  branch?: string | null;
}

@InputType({ description: "The end of a membership: when, and why." })
export class EndMembershipInput extends EndInput {}

@InputType({ description: "What was written down wrongly of a membership; what is not given stays. Whose it is and in which association, makes it another one." })
export class CorrectMembershipInput extends CorrectionInput {
  @Field(() => ID, { nullable: true, description: "The branch of the association; null when it is in none." })
  branch?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it began." })
  since?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it ended; null when it lasts." })
  until?: string | null;
}
