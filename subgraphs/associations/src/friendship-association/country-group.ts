import { LocalizedText } from "@huu-nghi/subgraph-kit";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "A group of countries whose members change, such as ASEAN." })
export class CountryGroup {
  @Field(() => ID, { description: "Its usual short name: ASEAN." })
  id!: string;

  @Field(() => LocalizedText, { description: "Its name." })
  name!: LocalizedText;
}

