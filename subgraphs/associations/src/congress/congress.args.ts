import { LocalDate, Names, PageArgs } from "@huu-nghi/subgraph-kit";
import { ArgsType, Field, ID, Int } from "type-graphql";
import { CongressState } from "./congress";

@ArgsType()
class OfUnionArgs extends PageArgs {
  @Names("Union")
  @Field(() => ID, { nullable: true, description: "Of associations of exactly this union." })
  union?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Also of the unions below `union`; false when not given." })
  includeDescendants?: boolean | null;
}

@ArgsType()
export class CongressArgs extends OfUnionArgs {
  @Names("FriendshipAssociation")
  @Field(() => ID, { nullable: true, description: "Of this association." })
  association?: string | null;

  @Field(() => CongressState, { nullable: true, description: "Only those that are planned, or only those that were held." })
  state?: CongressState | null;

  @Field(() => LocalDate, { nullable: true, description: "Held on this day or later, for certain." })
  heldFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "Held on this day or earlier, for certain." })
  heldTo?: string | null;
}

@ArgsType()
export class EndingTenureArgs extends OfUnionArgs {
  @Field(() => Int, { description: "Within so many months from the day, 0 to 120." })
  withinMonths!: number;

  @Field(() => LocalDate, { nullable: true, description: "From this day on; today when not given. Congresses held later are known, and count as planned." })
  asOf?: string | null;
}
