import { LocalizedText, PartialDate } from "@huu-nghi/subgraph-kit";
import { Field, ObjectType } from "type-graphql";

@ObjectType("FriendshipAssociationName", { description: "A name of a friendship association, and when it had it." })
export class NameInTime {
  @Field(() => LocalizedText, { description: "The name." })
  name!: LocalizedText;

  @Field(() => PartialDate, { nullable: true, description: "From when; null where nobody says when it was founded." })
  since!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "Until when; null for the name that it has." })
  until!: string | null;
}
