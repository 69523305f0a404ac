import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Another division's: known here by its id. */
@ObjectType()
@Directive('@key(fields: "id")')
export class Union {
  @Field(() => ID)
  id!: string;
}
