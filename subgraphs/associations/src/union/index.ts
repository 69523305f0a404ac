import { defineDomain, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateUnion1764000001000 } from "./1764000001000-create.migration";
import { VersionUnion1764200001000 } from "./1764200001000-version-union.migration";
import { EndUnion1764300001000 } from "./1764300001000-end-union.migration";
import { FormUnionTree1764400001000 } from "./1764400001000-form-union-tree.migration";
import { CreateUnionSuccession1764400001100 } from "./1764400001100-create-union-succession.migration";
import { report } from "./report";
import { Union } from "./union";
import { UnionSuccession } from "./union-succession";
import { ReportUnionsResolver, SucceedingUnionResolver, UnionSuccessionResolver } from "./union-succession.resolver";
import { unionDemo, unionRecords, unionSuccessionRecords } from "./union.data";
import { UnionResolver } from "./union.resolver";
import { Unions } from "./unions";

export { Union, UnionLevel } from "./union";
export { takenOver } from "./union-successions";
export { inUnion, Unions } from "./unions";

export const unions = defineDomain({
  tables: [Union, UnionSuccession],
  resolvers: [
    UnionResolver, ReportUnionsResolver, SucceedingUnionResolver, UnionSuccessionResolver, ...report.domain.resolvers!,
    ...keptRecord(Union, { unionsOf: (_scope, { id }) => [id] }).resolvers,
    ...keptRecord(UnionSuccession, { unionsOf: (_scope, { predecessorId, successorId }) => [predecessorId, successorId] }).resolvers,
  ],
  references: [reference(Union, { open: published }, (scope, { id }: { id: string }) => scope.get(Unions).byId.load(id)), ...report.domain.references!],
  migrations: [CreateUnion1764000001000, VersionUnion1764200001000, EndUnion1764300001000, FormUnionTree1764400001000, CreateUnionSuccession1764400001100],
  records: [unionRecords, unionSuccessionRecords],
  demo: unionDemo,
  isUnion: async (scope, id) => (await scope.get(Unions).byId.load(id)) !== null,
});
