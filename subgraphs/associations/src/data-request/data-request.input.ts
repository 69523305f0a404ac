import { ChangeInput, CorrectionInput, LocalDate, VersionedInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType, Int } from "type-graphql";
import { DataRequestChannel, DataRequestKind } from "./data-request";

@InputType({ description: "A request to enter in the register." })
export class CreateDataRequestInput extends ChangeInput {
  @Field(() => ID, { description: "The union that it came to, to which the person belongs." })
  union!: string;

  @Field(() => ID, { description: "Who asks." })
  person!: string;

  @Field(() => DataRequestKind, { description: "What is asked for." })
  kind!: DataRequestKind;

  @Field(() => DataRequestChannel, { description: "How it came." })
  channel!: DataRequestChannel;

  @Field(() => LocalDate, { description: "When it came in; the terms begin then." })
  receivedOn!: string;
}

@InputType({ description: "When the person was told that the request came in." })
export class AcknowledgeDataRequestInput extends VersionedInput {
  @Field(() => LocalDate, { description: "The day." })
  on!: string;
}

@InputType({ description: "When what was asked for was done." })
export class CompleteDataRequestInput extends VersionedInput {
  @Field(() => LocalDate, { description: "The day." })
  on!: string;
}

@InputType({ description: "When and why a request was refused." })
export class RefuseDataRequestInput extends VersionedInput {
  @Field(() => LocalDate, { description: "The day." })
  on!: string;

  @Field(() => String, { description: "Why, as the person was told. At most 1000 characters." })
  reason!: string;
}

@InputType({ description: "Other terms for a kind of request; requests that came in before keep theirs." })
export class CorrectDataRequestTermInput extends CorrectionInput {
  @Field(() => Int, { description: "In how many working days the person is to be told; from 1 to 365." })
  acknowledgeWithin!: number;

  @Field(() => Int, { description: "In how many days, working days or not, it is to be done; from 1 to 365." })
  completeWithin!: number;
}
