import { defineDomain, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { AidProjects } from "../aid-project";
import { CreateCommitment1764000025000 } from "./1764000025000-create.migration";
import { VersionCommitment1764200025000 } from "./1764200025000-version-commitment.migration";
import { CommitmentChangesResolver } from "./commitment-changes.resolver";
import { Commitment } from "./commitment";
import { commitmentDemo, commitmentRecords } from "./commitment.data";
import { commitmentMeasures } from "./commitment.measures";
import { CommitmentResolver, ProjectCommitmentsResolver } from "./commitment.resolver";
import { Commitments } from "./commitments";

export { Commitment } from "./commitment";

const history = keptRecord(Commitment, {
  unionsOf: async (scope, { projectId }) => {
    const project = await scope.get(AidProjects).byId.load(projectId);
    return project ? [project.unionId] : [];
  },
});

export const commitments = defineDomain({
  tables: [Commitment],
  resolvers: [CommitmentResolver, ProjectCommitmentsResolver, CommitmentChangesResolver, ...history.resolvers],
  references: [reference(Commitment, { open: published }, (scope, { id }: { id: string }) => scope.get(Commitments).byId.load(id))],
  migrations: [CreateCommitment1764000025000, VersionCommitment1764200025000],
  measures: commitmentMeasures,
  records: [commitmentRecords],
  demo: [commitmentDemo],
});
