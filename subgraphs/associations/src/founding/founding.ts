import { PartialDate, Statement } from "@huu-nghi/subgraph-kit";
import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "When a union or a friendship association was founded, by everything that is known of it." })
export class Founding {
  @Field(() => PartialDate, { nullable: true, description: "What the record says, and lists and figures count by: the same as foundedOn. Null while the record says nothing, also where sources do." })
  value!: string | null;

  @Field(() => [Statement], { description: "Each day that is said, with its source, the earliest first: the record's own among them, with the record's source unless it was changed since." })
  readings!: Statement[];
}
