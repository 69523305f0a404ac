import { raw, sql, type Sql } from "@huu-nghi/subgraph-kit";
import type { AidGrouping } from "./aid-summary";

/** What has no percentage shares equally what the others leave. */
const withEqualRest = (table: string, key: string) => sql`
  select project_id, ${raw(key)} as key,
    coalesce(percentage, greatest(100 - coalesce(sum(percentage) over project, 0), 0) / count(*) filter (where percentage is null) over project) / 100 as share
  from ${raw(table)} where project_id in (select project_id from entry)
  window project as (partition by project_id)`;

const byNgo = withEqualRest("aid_project_ngo", "ngo_id");

const byTraitOfNgo = (column: string) => sql`
  select share.project_id, ngo.${raw(column)} as key, sum(share.share) as share
  from (${byNgo}) share join foreign_ngo ngo on ngo.id = share.key
  where ngo.${raw(column)} is not null group by share.project_id, ngo.${raw(column)}`;

/**
 * For each grouping, which part of a project belongs to which row: `project_id`, `key`, `share`, of the projects in a table
 * `entry`. What no row takes is not allocated. A year is a matter of the entry and not of its project.
 */
export const shares: Record<Exclude<AidGrouping, AidGrouping.YEAR>, Sql> = {
  SECTOR: sql`select project_id, sector_code as key, percentage / 100 as share from aid_project_sector where project_id in (select project_id from entry)`,
  NGO: byNgo,
  COUNTRY: byTraitOfNgo("country_code"),
  DONOR_KIND: byTraitOfNgo("kind"),
  LOCALITY: withEqualRest("aid_project_locality", "locality_id"),
};
