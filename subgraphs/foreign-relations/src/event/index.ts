import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateEvent1764000015000 } from "./1764000015000-create.migration";
import { Event } from "./event";
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

export const events = defineDomain({
  tables: [Event, EventOrganiser, EventCountry, EventDocument, EventNgo],
  resolvers: [EventResolver, EventOrganiserResolver, DocumentEventsResolver, CountryEventsResolver, AssociationEventsResolver, NgoEventsResolver],
  references: [reference(Event, { open: published }, (scope, { id }: { id: string }) => scope.get(Events).byId.load(id))],
  migrations: [CreateEvent1764000015000],
  measures: eventMeasures,
  records: [eventRecords],
  demo: eventDemo,
});
