import { ChangeInput, CorrectionInput, EndInput, LocalDate } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";
import { MoneyInput } from "../exchange-rate";
import { CommitmentKind } from "./commitment";

@InputType({ description: "Money that was promised to a project, or a change of what was promised." })
export class CreateCommitmentInput extends ChangeInput {
  @Field(() => ID, { description: "The project that it is for." })
  project!: string;

  @Field(() => CommitmentKind, { nullable: true, description: "ORIGINAL when not given." })
  kind?: CommitmentKind | null;

  @Field(() => ID, { nullable: true, description: "Of a REVISION: the first promise that it changes; one of the same project." })
  revises?: string | null;

  @Field(() => MoneyInput, { description: "How much; of a REVISION what is added, or negative what is cut, which is no more than was promised in that currency." })
  amount!: MoneyInput;

  @Field(() => LocalDate, { description: "Its value date: the day on which it counts, and at whose exchange rate it is converted." })
  signedOn!: string;
}

@InputType({ description: "Withdraws a promise with all changes of it: from that day on nothing is promised by it. What was reported for the time before stays." })
export class EndCommitmentInput extends EndInput {}

@InputType({ description: "What was written down wrongly of a commitment; what is not given stays. What was promised otherwise later is a REVISION." })
export class CorrectCommitmentInput extends CorrectionInput {
  @Field(() => MoneyInput, { nullable: true, description: "How much." })
  amount?: MoneyInput | null;

  @Field(() => LocalDate, { nullable: true, description: "Its value date." })
  signedOn?: string | null;

  @Field(() => ID, { nullable: true, description: "Of a REVISION: the first promise that it changes." })
  revises?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "When it was withdrawn, of one that was; null when it was not withdrawn at all." })
  withdrawnOn?: string | null;
}
