import { Directive, Field, Int, ObjectType } from "type-graphql";

/** One part of what a division holds of a person. */
@ObjectType({ description: "One part of what a division holds of a person, as far as your roles reach." })
@Directive("@shareable")
export class PersonalDataSection {
  @Field(() => String, { description: "What it is: person, memberships, consents …; accessLog: who opened personal data; history: what was changed." })
  name!: string;

  @Field(() => Int, { description: "How many rows it has." })
  rows!: number;

  @Field(() => String, { description: "The rows as JSON: a list of objects, each with the fields as they are kept and nothing masked." })
  json!: string;
}
