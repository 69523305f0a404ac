import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateImportantDate1764000012000 } from "./1764000012000-create.migration";
import { ImportantDate } from "./important-date";
import { importantDateDemo, importantDateRecords } from "./important-date.data";
import { CountryDatesResolver, ImportantDateResolver } from "./important-date.resolver";
import { ImportantDates } from "./important-dates";

export { ImportantDate } from "./important-date";
export { demoFoundingDay } from "./important-date.data";
export { ImportantDates } from "./important-dates";

export const importantDates = defineDomain({
  tables: [ImportantDate],
  resolvers: [ImportantDateResolver, CountryDatesResolver],
  references: [reference(ImportantDate, { open: published }, (scope, { id }: { id: string }) => scope.get(ImportantDates).byId.load(id))],
  migrations: [CreateImportantDate1764000012000],
  records: [importantDateRecords],
  demo: [importantDateDemo],
});
