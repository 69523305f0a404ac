import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType()
@Directive('@key(fields: "id")')
export class FriendshipAssociation {
  @Field(() => ID)
  id!: string;
}

/** The id of an association begins with that of its union: `vinh-phuc:cz-sk`. */
export const unionOfAssociation = (associationId: string) => associationId.slice(0, associationId.indexOf(":"));
