import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateCongress1764000003000 } from "./1764000003000-create.migration";
import { Congress } from "./congress";
import { congressDemo, congressRecords } from "./congress.data";
import { AssociationCongressResolver } from "./congress.resolver";
import { Congresses } from "./congresses";

export const congresses = defineDomain({
  tables: [Congress],
  resolvers: [AssociationCongressResolver],
  references: [reference(Congress, { open: published }, (scope, { id }: { id: string }) => scope.get(Congresses).byId.load(id))],
  migrations: [CreateCongress1764000003000],
  records: [congressRecords],
  demo: [congressDemo],
});
