import { byName, columnThen, empty, hasBegunBy, isDeclaredComplete, Pages, raw, sql, standsOn, statesOn, type List, type PageArgs, type RequestScope, type Sql } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { earlierStays, membershipsIn } from "../branch";
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

/** The union whose word it is, where there is one, that its records are complete. */
const declaring = ({ of, includeDescendants }: Question): Sql =>
  ({
    union: includeDescendants ? sql`null` : sql`asked.parent`,
    association: sql`(select union_id from friendship_association association where association.id = asked.parent)`,
    branch: sql`(select union_id from branch join friendship_association association on association.id = branch.association_id where branch.id = asked.parent)`,
  })[of];

// Unknown is not 0: where no member of a kind was recorded by the day, nobody says that there were none, unless the union does.
const known = (question: Question, code: string, member: Sql, count: Sql): Sql => {
  const isDeclared = isDeclaredComplete(declaring(question), `associations.${code}`, sql`${question.asOf}::date`);
  return sql`case when bool_or(begun and ${member} is not null) or ${isDeclared} then ${count} filter (where standing)::int end`;
};
const sums = (question: Question): Sql => sql`
  ${known(question, "memberships", sql`recorded.parent`, sql`count(*)`)} as memberships,
  ${known(question, "people", sql`person_id`, sql`count(distinct person_id)`)} as people,
  ${known(question, "organisations", sql`organisation_id`, sql`count(distinct organisation_id)`)} as organisations`;

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

/** That something of a membership was so on the day; and that it was so at some time by then. */
const isSo = (column: "branch_id" | "status", value: Sql) => sql`${columnThen("membership", "stay", column)} = ${value}`;
const wasSo = (column: "branch_id" | "status", value: Sql, day: Sql) => sql`
  (${isSo(column, value)} or (membership.id, ${value}) in (select membership_id, ${raw(column)} from membership_stay where partial_end(until) <= ${day}))`;

/** Every membership that was ever recorded in what is asked about, with whether it began by the day and stands on it. */
const recorded = (question: Question, by?: GroupBy, columns: Sql = empty): Sql => {
  const { of, asOf, includeDescendants, status } = question;
  const day = sql`${asOf}::date`;
  const belongs = {
    union: sql`(${includeDescendants ? unions : union}) within join membership on membership.association_id = within.association_id`,
    association: sql`(select parent from asked) within join membership on membership.association_id = within.parent`,
    branch: sql`
      (${includeDescendants ? branches : sql`select parent, parent as branch_id from asked`}) within
      cross join lateral (${membershipsIn(sql`within.branch_id`, null)}) there join membership on membership.id = there.id`,
  };
  const ofBranch = of === "branch" ? { is: sql`and ${isSo("branch_id", sql`within.branch_id`)} and ${inBranch(question)}`, was: sql`and ${wasSo("branch_id", sql`within.branch_id`, day)}` } : { is: empty, was: empty };
  const ofStatus = status === null ? { is: empty, was: empty } : { is: sql`and ${isSo("status", sql`${status}::text`)}`, was: sql`where ${wasSo("status", sql`${status}::text`, day)}` };
  const needsStay = of === "branch" || status !== null || by === "BRANCH" || by === "STATUS";
  return sql`
    select within.parent, membership.person_id, membership.organisation_id, ${hasBegunBy("membership.since", membershipEnd, day)} ${ofBranch.was} as begun,
      (${standsOn("membership.since", membershipEnd, day)} ${ofBranch.is} ${ofStatus.is}) as standing ${columns}
    from ${belongs[of]} join friendship_association association on association.id = membership.association_id
    ${needsStay ? sql`left join (${statesOn(earlierStays, day)}) stay on stay.id = membership.id left join branch on branch.id = ${columnThen("membership", "stay", "branch_id")}` : empty}
    ${ofStatus.was}`;
};

// A group's key, and what groups are ordered by.
const groupings: Record<GroupBy, (question: Question) => [key: Sql, name: Sql]> = {
  ASSOCIATION: () => [sql`association.id`, sql`coalesce(association.name_vi, association.name_en)`],
  BRANCH: question => [sql`case when ${inBranch(question)} then branch.id end`, sql`case when ${inBranch(question)} then coalesce(branch.name_vi, branch.name_en) end`],
  KIND: () => [sql`case when membership.person_id is null then 'ORGANISATION' else 'INDIVIDUAL' end`, sql`''`],
  STATUS: () => [columnThen("membership", "stay", "status"), sql`''`],
};

const grouped = (question: Question, by: GroupBy) => {
  const [key, name] = groupings[by](question);
  return recorded(question, by, sql`, ${key} as key, ${name} as name`);
};

const asked = (ids: readonly string[]) => sql`asked as (select unnest(${[...ids]}::text[]) as parent)`;

/** How many members there are, by who they are and where; all that is asked together in one statement. */
export class MemberCounts {
  constructor(private readonly scope: RequestScope) {}

  /** On a day; null where no membership was recorded by then. */
  of = (question: Question, id: string): Promise<Counted | null> => this.loader(question).load(id);

  private readonly loaders = new Map<string, DataLoader<string, Counted | null>>();

  private loader(question: Question) {
    return this.once(this.loaders, JSON.stringify(question), () =>
      new DataLoader<string, Counted | null>(async ids => {
        const rows = await this.scope.rows<Omit<Sums, "memberships"> & { parent: string; memberships: number | null }>(sql`
          with ${asked(ids)} select asked.parent, ${sums(question)} from asked left join (${recorded(question)}) recorded on recorded.parent = asked.parent group by asked.parent`);
        const found = new Map(rows.flatMap(({ parent, memberships, ...counts }) => (memberships === null ? [] : [[parent, { memberships, ...counts, id: parent, question }] as const])));
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
          select jsonb_build_array(asked.parent, key)::text as id, key, ${sums(question)} from asked join (${grouped(question, by)}) recorded on recorded.parent = asked.parent group by asked.parent, key
          having jsonb_build_array(asked.parent, key)::text = any(${[...ids]})`);
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
