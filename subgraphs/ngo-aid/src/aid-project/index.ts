import { defineDomain, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateAidProject1764000024000 } from "./1764000024000-create.migration";
import { VersionAidProject1764200024000 } from "./1764200024000-version-aid-project.migration";
import { AidProject } from "./aid-project";
import { AidProjectChangesResolver } from "./aid-project-changes.resolver";
import { aidProjectRecords, localityRecords } from "./aid-project.data";
import { aidProjectDemo } from "./aid-project.demo";
import { projectMeasures } from "./aid-project.measures";
import { AidProjectResolver, NgoProjectsResolver } from "./aid-project.resolver";
import { AidProjects } from "./aid-projects";
import { Locality, ProjectAssociation, ProjectLocality, ProjectNgo, ProjectSector } from "./project-share";
import { ProjectLocalityResolver, ProjectNgoResolver, ProjectSectorResolver } from "./project-share.resolver";

export { AidProject } from "./aid-project";
export { demoProjects, type DemoProject } from "./aid-project.demo";
export { AidProjects } from "./aid-projects";

const history = keptRecord(AidProject, { unionsOf: (_scope, { unionId }) => [unionId] });

export const aidProjects = defineDomain({
  tables: [Locality, AidProject, ProjectSector, ProjectNgo, ProjectLocality, ProjectAssociation],
  resolvers: [AidProjectResolver, NgoProjectsResolver, ProjectSectorResolver, ProjectNgoResolver, ProjectLocalityResolver, AidProjectChangesResolver, ...history.resolvers],
  references: [reference(AidProject, { open: published }, (scope, { id }: { id: string }) => scope.get(AidProjects).byId.load(id))],
  migrations: [CreateAidProject1764000024000, VersionAidProject1764200024000],
  measures: projectMeasures,
  records: [localityRecords, aidProjectRecords],
  demo: aidProjectDemo,
});
