import { LocalDate } from "@huu-nghi/subgraph-kit";
import { Field, Int, ObjectType } from "type-graphql";
import { Country } from "../country";
import { Event } from "../event";
import { ImportantDate } from "../important-date";

@ObjectType({ description: "An important date in one year." })
export class Occurrence {
  @Field(() => LocalDate, { description: "The day; what is marked on 29 February is on the 28th in other years." })
  date!: string;

  @Field(() => Int, { nullable: true, description: "How many years after the original; null when nobody says when that was." })
  ordinal!: number | null;

  @Field(() => ImportantDate, { description: "What is marked." })
  importantDate!: ImportantDate;

  @Field(() => Country, { nullable: true, description: "The country that it is about; null for dates of Viet Nam and of unions." })
  country!: Country | null;

  @Field(() => [Event], { description: "The union's events, or those of its associations, for this occasion that are nearer to this year's day than to another's, oldest first." })
  plannedEvents!: Event[];
}
