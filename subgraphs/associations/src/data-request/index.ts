import { defineDomain, holding, keptRecord, reference } from "@huu-nghi/subgraph-kit";
import { CreateDataRequest1764400013001 } from "./1764400013001-create.migration";
import { DataRequest } from "./data-request";
import { dataRequestDemo } from "./data-request.demo";
import { DataRequestResolver } from "./data-request.resolver";
import { DataRequests } from "./data-requests";
import { DataRequestTerm, PublicHoliday } from "./term";
import { holidayRecords, termRecords } from "./term.data";

/** The register of what people ask about their data. */
export const dataRequests = defineDomain({
  tables: [DataRequest, DataRequestTerm, PublicHoliday],
  resolvers: [DataRequestResolver, ...keptRecord(DataRequest, { role: "officer", unionsOf: (_scope, { unionId }) => [unionId] }).resolvers],
  references: [reference(DataRequest, { needs: "officer" }, (scope, { id }: { id: string }) => scope.get(DataRequests).byId.load(id))],
  migrations: [CreateDataRequest1764400013001],
  records: [termRecords, holidayRecords],
  demo: [dataRequestDemo],
  personalData: [
    holding({
      section: "dataRequests",
      table: DataRequest,
      person: "personId",
      // That it was asked for, and done in time, has to be shown to whoever supervises.
      erased: { refusal: null },
      keeps: ["kind", "channel", "receivedOn", "acknowledgeBy", "dueOn", "acknowledgedOn", "completedOn", "refusedOn", "unionId"],
      unions: "array[held.union_id]",
    }),
  ],
});
