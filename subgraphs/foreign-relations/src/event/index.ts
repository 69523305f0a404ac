import { defineDomain, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateEvent1764000015000 } from "./1764000015000-create.migration";
import { VersionEvent1764200015000 } from "./1764200015000-version-event.migration";
import { Event } from "./event";
import { EventChangesResolver } from "./event-changes.resolver";
import { EventCountry, EventDocument, EventNgo } from "./event-links";
import { AssociationEventsResolver, CountryEventsResolver, NgoEventsResolver } from "./event-lists.resolver";
import { EventOrganiser } from "./event-organiser";
import { eventRecords } from "./event.data";
import { eventDemo } from "./event.demo";
import { eventMeasures } from "./event.measures";
import { DocumentEventsResolver, EventOrganiserResolver, EventResolver } from "./event.resolver";
import { Events } from "./events";

export { Event } from "./event";
export { Events } from "./events";

const history = keptRecord(Event, { unionsOf: (scope, { id }) => scope.get(Events).unionIds(id) });

export const events = defineDomain({
  tables: [Event, EventOrganiser, EventCountry, EventDocument, EventNgo],
  resolvers: [EventResolver, EventOrganiserResolver, DocumentEventsResolver, CountryEventsResolver, AssociationEventsResolver, NgoEventsResolver, EventChangesResolver, ...history.resolvers],
  references: [reference(Event, { open: published }, (scope, { id }: { id: string }) => scope.get(Events).byId.load(id))],
  migrations: [CreateEvent1764000015000, VersionEvent1764200015000],
  measures: eventMeasures,
  records: [eventRecords],
  demo: eventDemo,
});
