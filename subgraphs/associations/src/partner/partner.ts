import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType()
@Directive('@key(fields: "id")')
export class Partner {
  @Field(() => ID)
  id!: string;
}
