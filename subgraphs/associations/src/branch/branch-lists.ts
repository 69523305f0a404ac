import { byName, columnThen, contains, demoRows, empty, raw, sql, standsOn, statesOn, type List, type Sql } from "@huu-nghi/subgraph-kit";
import { inUnion } from "../union";
import type { BranchHostKind } from "./branch";
import { earlierHomes } from "./branch-home";

/** Which branches; only those that stand on the day `asOf`. */
export interface BranchFilter {
  asOf: string;
  hostKind?: BranchHostKind | null | undefined;
  text?: string | null | undefined;
  topLevelOnly?: boolean | null | undefined;
}

export interface AnyBranchFilter extends BranchFilter {
  unionId?: string | null | undefined;
  includeDescendants?: boolean | null | undefined;
  associationId?: string | null | undefined;
  parentId?: string | null | undefined;
  locality?: string | null | undefined;
}

/** Since when and until when a branch stands: at the latest until its association is dissolved. */
export const standing = (day: Sql) => standsOn("branch.since", "coalesce(branch.until, association.dissolved_on)", day);

const matching = ({ asOf, hostKind, text, topLevelOnly }: BranchFilter) => sql`
  ${standing(sql`${asOf}::date`)}
  ${hostKind == null ? empty : sql`and ${columnThen("branch", "home", "host_kind")} = ${hostKind}`}
  ${topLevelOnly ? sql`and branch.parent_id is null` : empty}
  and ${contains(["branch.name_vi", "branch.name_en"], text)}`;

const columns = sql`asked.parent, branch.id, coalesce(branch.name_vi, branch.name_en) as name`;
const itsAssociation = sql`join friendship_association association on association.id = branch.association_id`;
/** Its home on the day, where that was another one. */
const itsHome = (asOf: string) => sql`left join (${statesOn(earlierHomes, sql`${asOf}::date`)}) home on home.id = branch.id`;

/** Made-up branches are in no list that names nothing of theirs. */
const real = ({ unionId, associationId, parentId }: AnyBranchFilter) => ((unionId ?? associationId ?? parentId) == null ? sql`and not ${raw(demoRows("branch.id"))}` : empty);

export const all: List<AnyBranchFilter> = {
  name: "branches",
  order: byName,
  rows: filter => {
    const { unionId, includeDescendants, associationId, parentId, locality } = filter;
    return sql`
      select ${columns} from asked cross join branch ${itsAssociation} ${itsHome(filter.asOf)}
      where ${matching(filter)} ${real(filter)}
      ${unionId == null ? empty : sql`and ${inUnion("association.union_id", unionId, includeDescendants)}`}
      ${associationId == null ? empty : sql`and branch.association_id = ${associationId}`}
      ${parentId == null ? empty : sql`and branch.parent_id = ${parentId}`}
      and ${contains([columnThen("branch", "home", "locality").text], locality)}`;
  },
};

export const ofAssociation: List<BranchFilter> = {
  name: "branches of an association",
  order: byName,
  rows: filter => sql`select ${columns} from asked join branch on branch.association_id = asked.parent ${itsAssociation} ${itsHome(filter.asOf)} where ${matching(filter)}`,
};

export const ofBranch: List<BranchFilter> = {
  name: "branches below a branch",
  order: byName,
  rows: filter => sql`select ${columns} from asked join branch on branch.parent_id = asked.parent ${itsAssociation} ${itsHome(filter.asOf)} where ${matching(filter)}`,
};
