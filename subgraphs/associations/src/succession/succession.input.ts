import { ChangeInput, CorrectionInput, PartialDate } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";
import { SuccessionKind } from "./succession";

@InputType()
export abstract class CreateSuccessionInput extends ChangeInput {
  @Field(() => ID, { description: "Whose place is taken. But for a SEPARATION it ends then, unless it has ended already." })
  predecessor!: string;

  @Field(() => ID, { description: "Who takes it. It exists then." })
  successor!: string;

  @Field(() => SuccessionKind, { description: "How." })
  kind!: SuccessionKind;

  @Field(() => PartialDate, { description: "From when on; not a date that is yet to come." })
  effectiveOn!: string;

  @Field(() => String, { description: "The number of the decision, at most 200 characters." })
  decisionNumber!: string;

  @Field(() => PartialDate, { nullable: true, description: "The date of the decision." })
  decidedOn?: string | null;

  @Field(() => String, { nullable: true, description: "Who issued the decision, at most 200 characters." })
  decisionIssuer?: string | null;
}

@InputType()
export abstract class CorrectSuccessionInput extends CorrectionInput {
  @Field(() => SuccessionKind, { nullable: true, description: "How." })
  kind?: SuccessionKind | null;

  @Field(() => PartialDate, { nullable: true, description: "From when on. When the predecessor ended stands with it, and is corrected there." })
  effectiveOn?: string | null;

  @Field(() => String, { nullable: true, description: "The number of the decision; null when no source gives it." })
  decisionNumber?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "The date of the decision; null when no source gives it." })
  decidedOn?: string | null;

  @Field(() => String, { nullable: true, description: "Who issued the decision; null when no source says." })
  decisionIssuer?: string | null;
}
