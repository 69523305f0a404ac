import { byName, empty, Pages, sql, standsOn, type List, type PageArgs, type RequestScope, type Sql } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import type { MembershipStatus } from "./membership";
import { membershipEnd } from "./memberships";

/** Whose members are counted. */
export type CountedIn = "union" | "association" | "branch";
export type GroupBy = "ASSOCIATION" | "BRANCH" | "KIND" | "STATUS";

export interface Question {
  of: CountedIn;
  asOf: string;
  includeDescendants: boolean;
  status: MembershipStatus | null;
}

interface Sums {
  memberships: number;
  people: number | null;
  organisations: number | null;
}

/** What one thing has; `question` and `id` say what was asked, so that its groups can be counted. */
export interface Counted extends Sums {
  id: string;
  question: Question;
}

export interface CountedGroup extends Sums {
  by: GroupBy;
  /** What its members have in common; null for those in no branch. */
  key: string | null;
}

// Unknown is not 0: where no member of a kind was ever recorded, nobody says that there are none.
const sums = sql`
  count(*) filter (where standing)::int as memberships,
  case when count(person_id) > 0 then count(distinct person_id) filter (where standing)::int end as people,
  case when count(organisation_id) > 0 then count(distinct organisation_id) filter (where standing)::int end as organisations`;

/** Who is in a branch that stands. */
const inBranch = ({ asOf }: Question) => sql`${standsOn("branch.since", "coalesce(branch.until, association.dissolved_on)", sql`${asOf}::date`)}`;

const unions = sql`
  select below.root as parent, association.id as association_id
  from (
    with recursive below as (
      select parent as root, parent as id from asked
      union select below.root, child.id from below join friendship_union child on child.parent_id = below.id
    ) select * from below
  ) below join friendship_association association on association.union_id = below.id`;
const branches = sql`
  select below.root as parent, below.id as branch_id
  from (
    with recursive below as (
      select parent as root, parent as id from asked
      union select below.root, child.id from below join branch child on child.parent_id = below.id
    ) select * from below
  ) below`;
const union = sql`select asked.parent, association.id as association_id from asked join friendship_association association on association.union_id = asked.parent`;

/** Every membership that was ever recorded in what is asked about, with whether it stands on the day. */
const recorded = (question: Question, columns: Sql = empty): Sql => {
  const { of, asOf, includeDescendants, status } = question;
  const belongs = {
    union: sql`(${includeDescendants ? unions : union}) within join membership on membership.association_id = within.association_id`,
    association: sql`(select parent from asked) within join membership on membership.association_id = within.parent`,
    branch: sql`(${includeDescendants ? branches : sql`select parent, parent as branch_id from asked`}) within join membership on membership.branch_id = within.branch_id`,
  };
  const isInBranch = of === "branch" ? sql`and ${inBranch(question)}` : empty;
  return sql`
    select within.parent, membership.person_id, membership.organisation_id, (${standsOn("membership.since", membershipEnd, sql`${asOf}::date`)} ${isInBranch}) as standing ${columns}
    from ${belongs[of]}
    join friendship_association association on association.id = membership.association_id left join branch on branch.id = membership.branch_id
    ${status === null ? empty : sql`where membership.status = ${status}`}`;
};

// A group's key, and what groups are ordered by.
const groupings: Record<GroupBy, (question: Question) => [key: Sql, name: Sql]> = {
  ASSOCIATION: () => [sql`association.id`, sql`coalesce(association.name_vi, association.name_en)`],
  BRANCH: question => [sql`case when ${inBranch(question)} then branch.id end`, sql`case when ${inBranch(question)} then coalesce(branch.name_vi, branch.name_en) end`],
  KIND: () => [sql`case when membership.person_id is null then 'ORGANISATION' else 'INDIVIDUAL' end`, sql`''`],
  STATUS: () => [sql`membership.status`, sql`''`],
};

const grouped = (question: Question, by: GroupBy) => {
  const [key, name] = groupings[by](question);
  return recorded(question, sql`, ${key} as key, ${name} as name`);
};

const asked = (ids: readonly string[]) => sql`asked as (select unnest(${[...ids]}::text[]) as parent)`;

/** How many members there are, by who they are and where; all that is asked together in one statement. */
export class MemberCounts {
  constructor(private readonly scope: RequestScope) {}

  /** On a day; null where no membership was ever recorded. */
  of = (question: Question, id: string): Promise<Counted | null> => this.loader(question).load(id);

  private readonly loaders = new Map<string, DataLoader<string, Counted | null>>();

  private loader(question: Question) {
    return this.once(this.loaders, JSON.stringify(question), () =>
      new DataLoader<string, Counted | null>(async ids => {
        const rows = await this.scope.rows<Sums & { parent: string }>(sql`with ${asked(ids)} select parent, ${sums} from (${recorded(question)}) recorded group by parent`);
        const found = new Map(rows.map(({ parent, ...counts }) => [parent, { ...counts, id: parent, question }]));
        return ids.map(id => found.get(id) ?? null);
      }));
  }

  private readonly groupLoaders = new Map<string, DataLoader<string, CountedGroup | null>>();

  /** The same by what members have in common; only groups of which somebody is a member on the day. */
  groups({ question, id }: Counted, by: GroupBy, args: PageArgs) {
    const list: List<Question> = {
      name: `members of a ${question.of} by ${by}`,
      order: byName,
      // The id says of whose group it is, so that groups of many are counted together.
      rows: wanted => sql`
        select parent, jsonb_build_array(parent, key)::text as id, min(name) as name from (${grouped(wanted, by)}) recorded where standing group by parent, key`,
    };
    return this.scope.get(Pages).of(list, id, question, args, this.groupLoader(question, by));
  }

  private groupLoader(question: Question, by: GroupBy) {
    return this.once(this.groupLoaders, JSON.stringify([question, by]), () =>
      new DataLoader<string, CountedGroup | null>(async ids => {
        const parents = [...new Set(ids.map(id => (JSON.parse(id) as [string, string | null])[0]))];
        const rows = await this.scope.rows<Sums & { id: string; key: string | null }>(sql`
          with ${asked(parents)}
          select jsonb_build_array(parent, key)::text as id, key, ${sums} from (${grouped(question, by)}) recorded group by parent, key
          having jsonb_build_array(parent, key)::text = any(${[...ids]})`);
        const found = new Map(rows.map(({ id, ...counts }) => [id, { ...counts, by }]));
        return ids.map(id => found.get(id) ?? null);
      }));
  }

  private once<Value>(made: Map<string, Value>, key: string, make: () => Value): Value {
    const known = made.get(key) ?? make();
    made.set(key, known);
    return known;
  }
}
