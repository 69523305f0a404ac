import { RequestScope } from "@huu-nghi/subgraph-kit";
import { FieldResolver, Resolver, Root } from "type-graphql";
import { ForeignNgo, ForeignNgos } from "../foreign-ngo";
import { Sector, Sectors } from "../sector";
import { AidProjects } from "./aid-projects";
import { Locality, ProjectLocality, ProjectNgo, ProjectSector } from "./project-share";

@Resolver(() => ProjectSector)
export class ProjectSectorResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Sector, { description: "The sector." })
  sector(@Root() { sectorCode }: ProjectSector) {
    return this.scope.get(Sectors).byCode.load(sectorCode);
  }
}

@Resolver(() => ProjectNgo)
export class ProjectNgoResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => ForeignNgo, { description: "The NGO." })
  ngo(@Root() { ngoId }: ProjectNgo) {
    return this.scope.get(ForeignNgos).byId.load(ngoId);
  }
}

@Resolver(() => ProjectLocality)
export class ProjectLocalityResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Locality, { description: "The place." })
  locality(@Root() { localityId }: ProjectLocality) {
    return this.scope.get(AidProjects).locality.load(localityId);
  }
}
