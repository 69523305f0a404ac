import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Another division's: known here by its id, which begins with its union's. */
@ObjectType()
@Directive('@key(fields: "id")')
export class FriendshipAssociation {
  @Field(() => ID)
  id!: string;
}
