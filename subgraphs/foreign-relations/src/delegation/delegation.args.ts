import { checkedPeriod, CountryCode, LocalDate, PageArgs, pageOf } from "@huu-nghi/subgraph-kit";
import { ArgsType, Field, ID } from "type-graphql";
import { Delegation, DelegationDirection } from "./delegation";
import type { DelegationFilter } from "./delegations";

export const DelegationPage = pageOf(Delegation, "Delegation");

@ArgsType()
export class DelegationPeriodArgs extends PageArgs {
  @Field(() => LocalDate, { nullable: true, description: "That arrive on this day or later. A partial date is in the period when all of it is." })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "That arrive on this day or earlier." })
  to?: string | null;
}

@ArgsType()
export class CountryDelegationArgs extends DelegationPeriodArgs {
  @Field(() => ID, { nullable: true, description: "That exactly this union, or one of its associations, receives, sends or joins." })
  union?: string | null;

  @Field(() => DelegationDirection, { nullable: true, description: "Only those that go there." })
  direction?: DelegationDirection | null;
}

@ArgsType()
export class DelegationArgs extends CountryDelegationArgs {
  @Field(() => CountryCode, { nullable: true, description: "From or to this country." })
  country?: string | null;
}

/** What the arguments ask for; refuses a period that ends before it begins. */
export const delegationFilter = ({ union, country, direction, from, to }: DelegationArgs): DelegationFilter => {
  if (from && to) checkedPeriod(from, to);
  return { unionId: union, country, direction, from, to };
};
