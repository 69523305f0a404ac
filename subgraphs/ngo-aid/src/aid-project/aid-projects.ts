import { contains, demoRows, empty, manyBy, newestFirst, oneBy, Pages, raw, sql, type List, type PageArgs, type RequestScope, type Sql } from "@huu-nghi/subgraph-kit";
import { AidProject } from "./aid-project";
import { Locality, ProjectAssociation, ProjectLocality, ProjectNgo, ProjectSector } from "./project-share";

/** Which projects. Demo projects are left out unless a union, or something that only they have, is asked for. */
export interface ProjectFilter {
  unionId?: string | null;
  country?: string | null;
  sector?: string | null;
  locality?: string | null;
  ngo?: string | null;
  text?: string | null;
}

const columns = sql`asked.parent, project.id, partial_start(project.starts_on) as starts_on`;

const matching = ({ unionId, country, sector, locality, ngo, text }: ProjectFilter): Sql => sql`
  ${unionId ?? sector ?? locality ?? ngo ? sql`true` : sql`not ${raw(demoRows("project.union_id"))}`}
  ${unionId == null ? empty : sql`and project.union_id = ${unionId}`}
  ${sector == null ? empty : sql`and exists (select from aid_project_sector share where share.project_id = project.id and share.sector_code = ${sector})`}
  ${locality == null ? empty : sql`and exists (select from aid_project_locality share where share.project_id = project.id and share.locality_id = ${locality})`}
  ${ngo == null ? empty : sql`and exists (select from aid_project_ngo share where share.project_id = project.id and share.ngo_id = ${ngo})`}
  ${country == null ? empty : sql`
    and exists (
      select from aid_project_ngo share join foreign_ngo donor on donor.id = share.ngo_id
      where share.project_id = project.id and donor.country_code = ${country})`}
  and ${contains(["project.code", "project.title_vi", "project.title_en"], text)}`;

const all: List<ProjectFilter> = {
  name: "aid projects",
  order: newestFirst("starts_on"),
  rows: filter => sql`select ${columns} from asked cross join aid_project project where ${matching(filter)}`,
};

const ofNgo: List<{ unionId?: string | null }> = {
  name: "aid projects of an NGO",
  order: newestFirst("starts_on"),
  rows: ({ unionId }) => sql`
    select ${columns} from asked join aid_project_ngo share on share.ngo_id = asked.parent join aid_project project on project.id = share.project_id
    ${unionId == null ? empty : sql`where project.union_id = ${unionId}`}`,
};

interface Share {
  percentage: string | null;
}

/** The largest first; those whose share nobody says last. */
const bySize =
  <Each extends Share>(name: (share: Each) => string) =>
  (a: Each, b: Each) =>
    Number(b.percentage ?? -1) - Number(a.percentage ?? -1) || name(a).localeCompare(name(b));

export class AidProjects {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, AidProject, "id");
  readonly locality = oneBy(this.scope, Locality, "id");
  readonly sectors = manyBy(this.scope, ProjectSector, "projectId", bySize(({ sectorCode }) => sectorCode));
  readonly ngos = manyBy(this.scope, ProjectNgo, "projectId", bySize(({ ngoId }) => ngoId));
  readonly localities = manyBy(this.scope, ProjectLocality, "projectId", bySize(({ localityId }) => localityId));
  readonly associations = manyBy(this.scope, ProjectAssociation, "projectId", (a, b) => a.associationId.localeCompare(b.associationId));

  page = (filter: ProjectFilter, args: PageArgs) => this.scope.get(Pages).of(all, null, filter, args, this.byId);
  ofNgo = (ngoId: string, filter: { unionId?: string | null }, args: PageArgs) => this.scope.get(Pages).of(ofNgo, ngoId, filter, args, this.byId);
}
