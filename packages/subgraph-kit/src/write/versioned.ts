import { PartialDate } from "@huu-nghi/service-kit";
import { Length, Matches } from "class-validator";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Column } from "typeorm";

/** A record that can be changed by more than one person. */
@ObjectType()
export abstract class Versioned {
  @Field(() => Int, { description: "Grows with each change of the record; a change names the version that its author saw." })
  @Column("int", { default: 1 })
  version!: number;
}

/** What every change says. */
@InputType()
export abstract class ChangeInput {
  @Field(() => String, { description: "Chosen by the client, at most 255 characters, a new one for each change. Sent again with the same input, the change is made once and answered alike; with another input it is IDEMPOTENCY_CONFLICT. Kept for 72 hours." })
  @Length(1, 255, { message: "an idempotency key has 1 to 255 characters" })
  idempotencyKey!: string;
}

/** What a change of an existing record says. */
@InputType()
export abstract class VersionedInput extends ChangeInput {
  @Field(() => ID, { description: "The record's id." })
  id!: string;

  @Field(() => Int, { description: "The version that you saw. When the record has another by now, the answer is CONFLICT." })
  version!: number;
}

/** The field that says why a change is made. */
const Reason = (why: string): PropertyDecorator => (target, field) => {
  const said = `${why} At most 1000 characters; it stands in the record's history.`;
  Field(() => String, { description: said })(target, field);
  Length(1, 1000, { message: "a reason has 1 to 1000 characters" })(target, field as string);
  Matches(/\S/, { message: "a reason says something" })(target, field as string);
};

/** What a correction says: the record was mistaken, and nothing happened in the world. */
@InputType()
export abstract class CorrectionInput extends VersionedInput {
  @Reason("Why: what the mistake was, or who says so.")
  reason!: string;
}

/** What an end says. */
@InputType()
export abstract class EndInput extends VersionedInput {
  @Field(() => PartialDate, { description: "When it ended, as exact as it is known; not a date that is yet to come." })
  on!: string;

  @Reason("Why it ended.")
  reason!: string;
}
