import { defineDomain } from "@huu-nghi/subgraph-kit";
import { CreatePublication1764000017000 } from "./1764000017000-create.migration";
import { Publication } from "./publication";
import { publicationDemo, publicationMeasures, publicationRecords } from "./publication.data";

export const publications = defineDomain({
  tables: [Publication],
  migrations: [CreatePublication1764000017000],
  measures: publicationMeasures,
  records: [publicationRecords],
  demo: [publicationDemo],
});
