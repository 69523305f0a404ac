import { demoRows, empty, manyBy, newestFirst, oneBy, Pages, raw, sql, type List, type PageArgs, type Period, type RequestScope, type Sql } from "@huu-nghi/subgraph-kit";
import { Event } from "./event";
import { EventCountry, EventDocument } from "./event-links";
import { unionsAmong } from "./event-links-given";
import { EventOrganiser } from "./event-organiser";

/** Which events; a union's are those that it, or one of its associations, organises in any role. */
export interface EventFilter {
  unionId?: string | null;
  associationId?: string | null;
  country?: string | null;
  from?: string | null;
  to?: string | null;
}

const organisedBy = (condition: Sql) => sql`and exists (select from event_organiser organiser where organiser.event_id = event.id and ${condition})`;

// A partial date lies in a period when the whole span that it names does.
const matching = ({ unionId, associationId, country, from, to }: EventFilter) => sql`
  true
  ${unionId == null ? empty : organisedBy(sql`organiser.union_id = ${unionId}`)}
  ${associationId == null ? empty : organisedBy(sql`organiser.association_id = ${associationId}`)}
  ${country == null ? empty : sql`and exists (select from event_country of where of.event_id = event.id and of.country_code = ${country})`}
  ${from == null ? empty : sql`and partial_start(event.starts_on) >= ${from}::date`}
  ${to == null ? empty : sql`and partial_end(event.starts_on) <= ${to}::date`}`;

// Events of demo unions are in a list only where their union, or one of its associations, is asked for.
const isAskedFor = ({ unionId, associationId }: EventFilter) => (unionId == null && associationId == null ? sql`and not (${raw(demoRows("event.id"))})` : empty);

const columns = sql`asked.parent, event.id, partial_start(event.starts_on) as date`;

/** A list of the events that a table links to what is asked for; an event with two links is in it once. */
const linkedBy = (name: string, table: string, column: string, shown: (filter: EventFilter) => Sql = () => empty): List<EventFilter> => ({
  name,
  order: newestFirst("date"),
  rows: filter => sql`
    select ${columns} from asked
    join (select distinct event_id, ${raw(column)} as linked from ${raw(table)}) link on link.linked = asked.parent
    join event on event.id = link.event_id
    where ${matching(filter)} ${shown(filter)}`,
});

const all: List<EventFilter> = {
  name: "events",
  order: newestFirst("date"),
  rows: filter => sql`select ${columns} from asked cross join event where ${matching(filter)} ${isAskedFor(filter)}`,
};
const ofAssociation = linkedBy("events of an association", "event_organiser", "association_id");
const ofCountry = linkedBy("events with a country", "event_country", "country_code", isAskedFor);
const ofNgo = linkedBy("events with an NGO", "event_ngo", "ngo_id");
const ofDocument = linkedBy("events that implement a document", "event_document", "document_id");

export class Events {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Event, "id");
  readonly organisers = manyBy(this.scope, EventOrganiser, "eventId", (a, b) => a.place - b.place);
  readonly countries = manyBy(this.scope, EventCountry, "eventId", (a, b) => a.countryCode.localeCompare(b.countryCode));
  readonly documents = manyBy(this.scope, EventDocument, "eventId", (a, b) => a.documentId.localeCompare(b.documentId));

  /** The unions that organise it, themselves or by their associations. */
  unionIds = async (id: string) => unionsAmong(await this.organisers.load(id));

  page = (filter: EventFilter, args: PageArgs) => this.read(all, null, filter, args);
  ofAssociation = (id: string, filter: EventFilter, args: PageArgs) => this.read(ofAssociation, id, filter, args);
  ofCountry = (code: string, filter: EventFilter, args: PageArgs) => this.read(ofCountry, code, filter, args);
  ofNgo = (id: string, args: PageArgs) => this.read(ofNgo, id, {}, args);
  ofDocument = (id: string, args: PageArgs) => this.read(ofDocument, id, {}, args);

  /** A union's events for any of these occasions, but those called off, that begin in a period, or in a part of it, oldest first. */
  async forOccasions(unionId: string, occasionIds: string[], { from, to }: Period): Promise<Event[]> {
    const rows = await this.scope.rows<{ id: string }>(sql`
      select event.id from event
      where event.called_off_on is null and event.occasion_id = any(${occasionIds}) and partial_end(event.starts_on) >= ${from}::date and partial_start(event.starts_on) <= ${to}::date
        and ${matching({ unionId })}
      order by partial_start(event.starts_on), event.id`);
    const found = await this.byId.loadMany(rows.map(({ id }) => id));
    return found.filter((event): event is Event => event instanceof Event);
  }

  private read = (list: List<EventFilter>, parent: string | null, filter: EventFilter, args: PageArgs) =>
    this.scope.get(Pages).of(list, parent, filter, args, this.byId);
}
