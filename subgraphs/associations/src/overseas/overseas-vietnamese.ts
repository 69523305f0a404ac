import { LocalDate } from "@huu-nghi/subgraph-kit";
import { Field, Int, ObjectType } from "type-graphql";
import { Country } from "../country";

/** Of which unions, and on which day. */
export interface OverseasFilter {
  unionId?: string | null | undefined;
  includeDescendants: boolean;
  asOf: string;
}

@ObjectType()
export abstract class OverseasCounts {
  @Field(() => Int, { nullable: true, description: "Members of friendship associations who live abroad on the day, each once, by the records of people. Null where nobody's residence abroad is written down." })
  membersAbroad!: number | null;

  @Field(() => Int, { nullable: true, description: "Members who lived abroad and have come back by the day, each once. Null where nobody's residence abroad is written down." })
  returnees!: number | null;
}

@ObjectType({ description: "Overseas Vietnamese of one country." })
export class OverseasOfCountry extends OverseasCounts {
  @Field(() => Country, { description: "Where they live, or came back from." })
  country!: Country;

  /** What was asked, for the reported numbers. */
  asked!: OverseasFilter;
}

@ObjectType({ description: "Overseas Vietnamese on a day: members who live abroad and who came back, and what sources say." })
export class OverseasVietnamese extends OverseasCounts {
  @Field(() => LocalDate, { description: "The day." })
  asOf!: string;

  asked!: OverseasFilter;
}
