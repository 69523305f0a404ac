import { LocalDate, Names, PageArgs } from "@huu-nghi/subgraph-kit";
import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import { BranchHostKind } from "./branch";

@ArgsType()
export class StandingBranchArgs extends PageArgs {
  @Field(() => LocalDate, { nullable: true, description: "Those that stand on this day; today when not given." })
  asOf?: string | null;
}

@ArgsType()
export class AssociationBranchArgs extends StandingBranchArgs {
  @Field(() => BranchHostKind, { nullable: true, description: "With their home there." })
  hostKind?: BranchHostKind | null;

  @Field(() => String, { nullable: true, description: "Whose name contains this, in either language; accents and case do not matter." })
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only those right below the association; false when not given." })
  topLevelOnly?: boolean | null;
}

@ArgsType()
export class BranchArgs extends AssociationBranchArgs {
  @Names("Union")
  @Field(() => ID, { nullable: true, description: "Of associations of exactly this union." })
  union?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Also of the unions below `union`; false when not given." })
  includeDescendants?: boolean | null;

  @Names("FriendshipAssociation")
  @Field(() => ID, { nullable: true, description: "Of this association." })
  association?: string | null;

  @Names("Branch")
  @Field(() => ID, { nullable: true, description: "Right below this branch." })
  parent?: string | null;

  @Field(() => String, { nullable: true, description: "Whose locality contains this; accents and case do not matter." })
  locality?: string | null;
}

@ObjectType({ description: "How many branches have their home in one kind of place." })
export class BranchCount {
  @Field(() => BranchHostKind, { description: "Where they have their home." })
  hostKind!: BranchHostKind;

  @Field(() => Int, { description: "How many stand on the day." })
  count!: number;
}
