import { LocalDate, RequestScope } from "@huu-nghi/subgraph-kit";
import { Args, ArgsType, Field, FieldResolver, Resolver, Root } from "type-graphql";
import { FriendshipAssociation } from "../friendship-association";
import { Union } from "../union";
import { GrowthMeasure, SeriesStep } from "./growth-measure";
import { GrowthPoint } from "./growth-point";
import { GrowthSeries } from "./growth-series";

@ArgsType()
class SeriesArgs {
  @Field(() => GrowthMeasure, { description: "What is counted." })
  measure!: GrowthMeasure;

  @Field(() => LocalDate, { description: "The first day." })
  from!: string;

  @Field(() => LocalDate, { description: "The last day, which is a point itself; days that are yet to come are left out." })
  to!: string;

  @Field(() => SeriesStep, { description: "The days in between: the last one of each year, quarter or month." })
  step!: SeriesStep;
}

const limits = "BAD_USER_INPUT for more than 120 points, and for a time that ends before it begins.";

@Resolver(() => Union)
export class UnionGrowthResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [GrowthPoint], { nullable: true, description: `How its associations, branches and members grew, by records and by what sources printed. ${limits}` })
  series(@Root() { id }: Union, @Args(() => SeriesArgs) { measure, ...period }: SeriesArgs): Promise<GrowthPoint[]> {
    return this.scope.get(GrowthSeries).ofUnion(id, measure, period);
  }
}

@Resolver(() => FriendshipAssociation)
export class AssociationGrowthResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [GrowthPoint], { nullable: true, description: `How its branches and members grew, by records and by what sources printed. ${limits}` })
  series(@Root() { id }: FriendshipAssociation, @Args(() => SeriesArgs) { measure, ...period }: SeriesArgs): Promise<GrowthPoint[]> {
    return this.scope.get(GrowthSeries).ofAssociation(id, measure, period);
  }
}
