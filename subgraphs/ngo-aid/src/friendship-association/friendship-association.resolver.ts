import { checkedPeriod, Open, published, RequestScope } from "@huu-nghi/subgraph-kit";
import { Args, FieldResolver, Resolver, Root } from "type-graphql";
import { AidProject, AidProjects } from "../aid-project";
import { AidPeriodArgs, AidTotals } from "../aid-summary";
import { checkedCurrency } from "../exchange-rate";
import { FriendshipAssociation } from "./friendship-association";
import { MobilisedAid } from "./mobilised-aid";

@Resolver(() => FriendshipAssociation)
export class FriendshipAssociationResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => AidTotals, {
    nullable: true,
    description: "Aid of the projects that name it as the one that helped to bring them about. Null when nothing was recorded, unless its union declared its records complete.",
  })
  mobilisedAid(@Root() { id }: FriendshipAssociation, @Args(() => AidPeriodArgs) { from, to, currency }: AidPeriodArgs) {
    return this.scope.get(MobilisedAid).of({ associationId: id, ...checkedPeriod(from, to), currency: checkedCurrency(currency) });
  }
}

@Resolver(() => AidProject)
export class ProjectAssociationsResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [FriendshipAssociation], { nullable: true, description: "The friendship associations that helped to bring it about." })
  async associations(@Root() { id }: AidProject): Promise<FriendshipAssociation[]> {
    const named = await this.scope.get(AidProjects).associations.load(id);
    return named.map(({ associationId }) => ({ id: associationId }));
  }
}
