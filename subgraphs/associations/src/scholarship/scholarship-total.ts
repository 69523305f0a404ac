import { LocalizedText, Money } from "@huu-nghi/subgraph-kit";
import { Field, Int, ObjectType } from "type-graphql";
import { Country } from "../country";
import { ScholarshipSponsor } from "./scholarship";
import type { ScholarshipGrouping } from "./scholarship.args";
import type { ScholarshipFilter } from "./scholarship-filter";

/** What awards of scholarships add up to. What nobody says is counted beside the sum, and not taken for 0. */
@ObjectType()
export abstract class ScholarshipSums {
  @Field(() => Int, { description: "How many awards, each to one recipient or several." })
  awards!: number;

  @Field(() => Int, { nullable: true, description: "How many scholarships the recipients of these awards got; who got two counts twice. Null when no award says how many." })
  recipients!: number | null;

  @Field(() => Int, { description: "Awards of which nobody says how many recipients they had; they are not in `recipients`." })
  recipientsUnknown!: number;

  @Field(() => [Money], { description: "What they are worth, in each currency for itself; empty when no award says so." })
  amounts!: Money[];

  @Field(() => Int, { description: "Awards of which nobody says how much they are worth in all; they are not in `amounts`." })
  amountsUnknown!: number;
}

@ObjectType({ description: "The part of a total of scholarships that one nationality, school year, sponsor or school has." })
export class ScholarshipTotal extends ScholarshipSums {
  @Field(() => String, { description: "What it is the part of; - where nobody says." })
  key!: string;

  @Field(() => LocalizedText, { description: "What it is called. Of a partner or a foreign NGO its id: its name is behind `sponsor`." })
  label!: LocalizedText;

  @Field(() => Country, { nullable: true, description: "The nationality, where it is split by that." })
  country!: Country | null;

  @Field(() => ScholarshipSponsor, { nullable: true, description: "The sponsor, where it is split by that." })
  sponsor!: ScholarshipSponsor | null;
}

@ObjectType({ description: "What awards of scholarships add up to, in all and split." })
export class ScholarshipTotals extends ScholarshipSums {
  @Field(() => Int, { description: "Awards that may be of the period and are in none of the sums, because nobody says exactly enough when they were awarded; 0 when no period is asked for." })
  undated!: number;

  /** What was asked, for the rows. */
  asked!: ScholarshipQuestion;
}

export interface ScholarshipQuestion extends ScholarshipFilter {
  groupBy: ScholarshipGrouping;
  from?: string | null | undefined;
  to?: string | null | undefined;
}
