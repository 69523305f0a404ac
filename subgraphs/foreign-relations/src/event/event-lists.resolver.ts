import { Open, PageArgs, published, RequestScope } from "@huu-nghi/subgraph-kit";
import { Args, FieldResolver, Resolver, Root } from "type-graphql";
import { Country } from "../country";
import { ForeignNgo } from "../foreign-ngo";
import { FriendshipAssociation } from "../friendship-association";
import { CountryEventArgs, eventFilter, EventPage, EventPeriodArgs } from "./event.args";
import { Events } from "./events";

@Resolver(() => Country)
export class CountryEventsResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => EventPage, { nullable: true, description: "Events about this country, newest first; those of demo unions only where `union` names one." })
  events(@Root() { code }: Country, @Args(() => CountryEventArgs) args: CountryEventArgs) {
    return this.scope.get(Events).ofCountry(code, eventFilter(args), args);
  }
}

@Resolver(() => FriendshipAssociation)
export class AssociationEventsResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => EventPage, { nullable: true, description: "Events that it organises in any role, newest first." })
  events(@Root() { id }: FriendshipAssociation, @Args(() => EventPeriodArgs) args: EventPeriodArgs) {
    return this.scope.get(Events).ofAssociation(id, eventFilter(args), args);
  }
}

@Resolver(() => ForeignNgo)
export class NgoEventsResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => EventPage, { nullable: true, description: "Events that it took part in, newest first." })
  events(@Root() { id }: ForeignNgo, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(Events).ofNgo(id, page);
  }
}
