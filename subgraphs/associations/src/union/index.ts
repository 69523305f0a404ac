import { defineDomain, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateUnion1764000001000 } from "./1764000001000-create.migration";
import { VersionUnion1764200001000 } from "./1764200001000-version-union.migration";
import { EndUnion1764300001000 } from "./1764300001000-end-union.migration";
import { report } from "./report";
import { Union } from "./union";
import { unionDemo, unionRecords } from "./union.data";
import { UnionResolver } from "./union.resolver";
import { Unions } from "./unions";

export { Union } from "./union";
export { unionAndBelow, Unions } from "./unions";

export const unions = defineDomain({
  tables: [Union],
  resolvers: [UnionResolver, ...keptRecord(Union, { unionsOf: (_scope, { id }) => [id] }).resolvers, ...report.domain.resolvers!],
  references: [reference(Union, { open: published }, (scope, { id }: { id: string }) => scope.get(Unions).byId.load(id)), ...report.domain.references!],
  migrations: [CreateUnion1764000001000, VersionUnion1764200001000, EndUnion1764300001000],
  records: [unionRecords],
  demo: [unionDemo],
  isUnion: async (scope, id) => (await scope.get(Unions).byId.load(id)) !== null,
});
