import { sql, statesOn, type EarlierStates, type Sql } from "@huu-nghi/subgraph-kit";

// What belongs to a branch knows it, and not the other way round: hence the names of the tables of memberships.

/** In which branch a member was before, and as what. */
export const earlierStays: EarlierStates = { table: "membership_stay", key: "membership_id", columns: ["branch_id", "status"] };

/** The ids of the memberships in a branch, on a day or, without one, at any time. `branch` is an expression. */
export const membershipsIn = (branch: Sql, day: string | null): Sql =>
  day === null
    ? sql`select id from membership where branch_id = ${branch} union select membership_id from membership_stay where branch_id = ${branch}`
    : sql`
      select id from membership where branch_id = ${branch} and id not in (select membership_id from membership_stay where partial_end(until) > ${day}::date)
      union all select id from (${statesOn(earlierStays, sql`${day}::date`)}) stay where stay.branch_id = ${branch}`;
