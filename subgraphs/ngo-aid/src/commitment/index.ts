import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateCommitment1764000025000 } from "./1764000025000-create.migration";
import { Commitment } from "./commitment";
import { commitmentDemo, commitmentRecords } from "./commitment.data";
import { commitmentMeasures } from "./commitment.measures";
import { CommitmentResolver, ProjectCommitmentsResolver } from "./commitment.resolver";
import { Commitments } from "./commitments";

export { Commitment } from "./commitment";

export const commitments = defineDomain({
  tables: [Commitment],
  resolvers: [CommitmentResolver, ProjectCommitmentsResolver],
  references: [reference(Commitment, { open: published }, (scope, { id }: { id: string }) => scope.get(Commitments).byId.load(id))],
  migrations: [CreateCommitment1764000025000],
  measures: commitmentMeasures,
  records: [commitmentRecords],
  demo: [commitmentDemo],
});
