import { Open, PageArgs, published, RequestScope, type Connection } from "@huu-nghi/subgraph-kit";
import { Args, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { Country } from "../country";
import { ForeignNgo } from "../foreign-ngo";
import { FriendshipAssociation } from "../friendship-association";
import { Delegation } from "./delegation";
import { CountryDelegationArgs, DelegationArgs, delegationFilter, DelegationPage, DelegationPeriodArgs } from "./delegation.args";
import { Delegations } from "./delegations";

@Resolver(() => Delegation)
export class DelegationResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => DelegationPage, { nullable: true, description: "Delegations, newest first; those of demo unions only where `union` names one." })
  delegations(@Args(() => DelegationArgs) args: DelegationArgs) {
    return this.scope.get(Delegations).page(delegationFilter(args), args);
  }

  @FieldResolver(() => [Country], { description: "The countries that it comes from or goes to, in the order of their codes." })
  async countries(@Root() { id }: Delegation): Promise<Country[]> {
    const codes = await this.scope.get(Delegations).countryCodes.load(id);
    return codes.map(code => ({ code }));
  }
}

@Resolver(() => DelegationPage)
export class DelegationPageResolver {
  @FieldResolver(() => Int, { nullable: true, description: "The people of all delegations on all pages whose headcount is known; null when none is." })
  async totalHeadcount(@Root() page: Pick<Connection<Delegation>, "totals">) {
    return (await page.totals())["totalHeadcount"] ?? null;
  }
}

@Resolver(() => Country)
export class CountryDelegationsResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => DelegationPage, { nullable: true, description: "Delegations from or to this country, newest first; those of demo unions only where `union` names one." })
  delegations(@Root() { code }: Country, @Args(() => CountryDelegationArgs) args: CountryDelegationArgs) {
    return this.scope.get(Delegations).ofCountry(code, delegationFilter(args), args);
  }
}

@Resolver(() => FriendshipAssociation)
export class AssociationDelegationsResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => DelegationPage, { nullable: true, description: "Delegations that it receives, sends or joins, newest first." })
  delegations(@Root() { id }: FriendshipAssociation, @Args(() => DelegationPeriodArgs) args: DelegationPeriodArgs) {
    return this.scope.get(Delegations).ofAssociation(id, delegationFilter(args), args);
  }
}

@Resolver(() => ForeignNgo)
export class NgoDelegationsResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => DelegationPage, { nullable: true, description: "Delegations of this NGO, or that it took part in, newest first." })
  delegations(@Root() { id }: ForeignNgo, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(Delegations).ofNgo(id, page);
  }
}
