import { ChangeInput, CorrectionInput, LocalDate } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";
import { MoneyInput } from "../exchange-rate";

@InputType({ description: "Money that was paid to a project, or given back." })
export class CreateDisbursementInput extends ChangeInput {
  @Field(() => ID, { description: "The project that it went to." })
  project!: string;

  @Field(() => MoneyInput, { description: "How much; negative for money that was given back, of what was paid before." })
  amount!: MoneyInput;

  @Field(() => LocalDate, { description: "Its value date: the day on which it counts, and at whose exchange rate it is converted." })
  paidOn!: string;
}

@InputType({ description: "What was written down wrongly of a payment; what is not given stays." })
export class CorrectDisbursementInput extends CorrectionInput {
  @Field(() => MoneyInput, { nullable: true, description: "How much." })
  amount?: MoneyInput | null;

  @Field(() => LocalDate, { nullable: true, description: "Its value date." })
  paidOn?: string | null;
}
