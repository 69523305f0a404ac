import { checkedPeriod, CountryCode, LocalDate, PageArgs, pageOf } from "@huu-nghi/subgraph-kit";
import { ArgsType, Field, ID } from "type-graphql";
import { Event } from "./event";
import type { EventFilter } from "./events";

export const EventPage = pageOf(Event, "Event");

@ArgsType()
export class EventPeriodArgs extends PageArgs {
  @Field(() => LocalDate, { nullable: true, description: "That begin on this day or later. A partial date is in the period when all of it is." })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "That begin on this day or earlier." })
  to?: string | null;
}

@ArgsType()
export class CountryEventArgs extends EventPeriodArgs {
  @Field(() => ID, { nullable: true, description: "That exactly this union, or one of its associations, organises in any role." })
  union?: string | null;
}

@ArgsType()
export class EventArgs extends CountryEventArgs {
  @Field(() => ID, { nullable: true, description: "That this friendship association organises in any role." })
  association?: string | null;

  @Field(() => CountryCode, { nullable: true, description: "About this country." })
  country?: string | null;
}

/** What the arguments ask for; refuses a period that ends before it begins. */
export const eventFilter = ({ union, association, country, from, to }: EventArgs): EventFilter => {
  if (from && to) checkedPeriod(from, to);
  return { unionId: union, associationId: association, country, from, to };
};
