import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Column } from "typeorm";
import { Length } from "class-validator";

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
