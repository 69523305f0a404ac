import { ChangeInput, DateTime, VersionedInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";
import { ConsentPurpose } from "./consent";

@InputType({ description: "A consent to write down." })
export class CreateConsentInput extends ChangeInput {
  @Field(() => ID, { description: "The union that it was given to, to which the person belongs." })
  union!: string;

  @Field(() => ID, { description: "Who agreed." })
  person!: string;

  @Field(() => ConsentPurpose, { description: "To what." })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: "Which version of the text the person was shown; at most 100 characters." })
  textVersion!: string;

  @Field(() => String, { description: "What shows it: a signed form, a recording, an e-mail; at most 500 characters." })
  evidence!: string;

  @Field(() => String, { description: "Where that is kept; at most 500 characters." })
  evidenceKeptAt!: string;

  @Field(() => DateTime, { description: "When the person agreed." })
  givenAt!: string;
}

@InputType({ description: "That a person withdrew a consent." })
export class WithdrawConsentInput extends VersionedInput {
  @Field(() => DateTime, { description: "When." })
  withdrawnAt!: string;
}
