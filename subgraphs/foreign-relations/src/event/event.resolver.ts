import { Open, PageArgs, published, RequestScope, Statement, Statements } from "@huu-nghi/subgraph-kit";
import { Arg, Args, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Country } from "../country";
import { Document, Documents } from "../document";
import { FriendshipAssociation } from "../friendship-association";
import { ImportantDate, ImportantDates } from "../important-date";
import { Partner, Partners } from "../partner";
import { Union } from "../union";
import { Event } from "./event";
import { EventOrganiser } from "./event-organiser";
import { EventArgs, EventPage, eventFilter } from "./event.args";
import { Events } from "./events";

@Resolver(() => Event)
export class EventResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => Event, { nullable: true, description: "One event; null when there is none with this id." })
  event(@Arg("id", () => ID, { description: "Its id." }) id: string) {
    return this.scope.get(Events).byId.load(id);
  }

  @Open(published)
  @Query(() => EventPage, { nullable: true, description: "Events, newest first; those of demo unions only where `union` or `association` names one." })
  events(@Args(() => EventArgs) args: EventArgs) {
    return this.scope.get(Events).page(eventFilter(args), args);
  }

  @FieldResolver(() => [Country], { description: "The countries that it is about, in the order of their codes; none for an event about no country." })
  async countries(@Root() { id }: Event): Promise<Country[]> {
    const links = await this.scope.get(Events).countries.load(id);
    return links.map(({ countryCode: code }) => ({ code }));
  }

  @FieldResolver(() => [EventOrganiser], { description: "Who organises it, in the order of the record; none when nobody says." })
  organisers(@Root() { id }: Event) {
    return this.scope.get(Events).organisers.load(id);
  }

  @FieldResolver(() => ImportantDate, { nullable: true, description: "What it marks; null for an event that marks nothing." })
  occasion(@Root() { occasionId }: Event) {
    return occasionId === null ? null : this.scope.get(ImportantDates).byId.load(occasionId);
  }

  @FieldResolver(() => [Document], { description: "The documents that it implements, by date of issue." })
  async implements(@Root() { id }: Event) {
    const links = await this.scope.get(Events).documents.load(id);
    return this.scope.get(Documents).sorted(links.map(({ documentId }) => documentId));
  }

  @FieldResolver(() => [Statement], { description: "What other sources say of it, where they differ." })
  statements(@Root() { id }: Event) {
    return this.scope.get(Statements).about.load({ kind: "Event", id });
  }
}

@Resolver(() => EventOrganiser)
export class EventOrganiserResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Union, { nullable: true, description: "The union, where a union organises it itself." })
  union(@Root() { unionId, associationId }: EventOrganiser): Union | null {
    return unionId === null || associationId !== null ? null : { id: unionId };
  }

  @FieldResolver(() => FriendshipAssociation, { nullable: true, description: "The friendship association, where one organises it." })
  association(@Root() { associationId }: EventOrganiser): FriendshipAssociation | null {
    return associationId === null ? null : { id: associationId };
  }

  @FieldResolver(() => Partner, { nullable: true, description: "The partner, where one organises it." })
  partner(@Root() { partnerId }: EventOrganiser) {
    return partnerId === null ? null : this.scope.get(Partners).byId.load(partnerId);
  }
}

@Resolver(() => Document)
export class DocumentEventsResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => EventPage, { nullable: true, description: "Events that implement it, newest first." })
  events(@Root() { id }: Document, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(Events).ofDocument(id, page);
  }
}
