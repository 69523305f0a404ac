import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType()
@Directive('@key(fields: "id", resolvable: false)')
export class Union {
  @Field(() => ID)
  id!: string;
}
