import { BadInput, empty, givenText, join, newId, Pages, raw, sql, type List, type PageArgs, type RequestScope, type Sql } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { People, personLinks, PersonUnions } from "../person";
import { inUnion } from "../union";
import { DuplicateDismissal, DuplicateRule } from "./duplicate";
import type { DismissDuplicateInput } from "./duplicate.input";

export interface CandidateFilter {
  unionId: string;
  includeDescendants: boolean;
}

export interface Candidate {
  id: string;
  firstId: string;
  secondId: string;
  rules: DuplicateRule[];
}

const { SAME_IDENTITY_NUMBER, SAME_PHONE, SAME_EMAIL, SAME_NAME_AND_BIRTH_YEAR, SAME_NAME_AND_BRANCH } = DuplicateRule;

/** The rules, strongest first, each with what two people have in common by it. */
const values: [DuplicateRule, string][] = [
  [SAME_IDENTITY_NUMBER, "nullif(regexp_replace(lower(person.identity_number), '[^a-z0-9]', '', 'g'), '')"],
  [SAME_NAME_AND_BIRTH_YEAR, "folded.name || ' ' || left(person.birth_date, 4)"],
  [SAME_PHONE, "nullif(regexp_replace(regexp_replace(person.phone, '[^0-9]', '', 'g'), '^(00)?84', '0'), '')"],
  [SAME_EMAIL, "lower(trim(person.email))"],
];
const strongest = [...values.map(([rule]) => rule), SAME_NAME_AND_BRANCH];

/** What `reached (person_id, asked)` have by each rule. */
const keys = sql`
  folded as materialized (
    select reached.person_id, reached.asked, fold_text(person.full_name) as name from reached join person on person.id = reached.person_id where person.merged_into is null
  ),
  key as materialized (
    select folded.person_id, folded.asked, given.rule, given.value from folded join person on person.id = folded.person_id
    cross join lateral (values ${join(values.map(([rule, value]) => sql`(${rule}, ${raw(value)})`))}) as given (rule, value) where given.value is not null
    union all
    select distinct folded.person_id, folded.asked, ${SAME_NAME_AND_BRANCH}, folded.name || ' ' || link.branch_id from folded join link on link.person_id = folded.person_id where link.branch_id is not null
    union all
    select distinct folded.person_id, folded.asked, ${SAME_NAME_AND_BRANCH}, folded.name || ' ' || stay.branch_id
    from folded join link on link.person_id = folded.person_id join membership_stay stay on stay.membership_id = link.membership_id where stay.branch_id is not null
  ),
  -- Almost everything is one person's only, and need not be compared with the rest.
  shared as materialized (
    select key.* from key join (select rule, value from key group by rule, value having count(*) > 1) twice using (rule, value)
  ),
  pair as (
    select one.person_id as first_id, other.person_id as second_id, array_agg(distinct one.rule) as rules, min(array_position(${strongest}::text[], one.rule)) as rank
    from shared one join shared other on other.rule = one.rule and other.value = one.value and one.person_id < other.person_id
    where one.asked or other.asked group by one.person_id, other.person_id
  )`;

/** People who may be one person twice. Nobody learns of a pair of which only one is within reach. */
export class Duplicates {
  constructor(private readonly scope: RequestScope) {}

  private links = (only: Sql = empty): Sql => sql`link as materialized (select * from (${personLinks}) bound where ${this.scope.viewer.within("officer", "bound.union_id")} ${only})`;

  private readonly list: List<CandidateFilter> = {
    name: "duplicate candidates",
    order: [{ column: "rank", type: "int", direction: "asc" }],
    rows: ({ unionId, includeDescendants }) => sql`
      select asked.parent, found.id, found.rank from asked cross join (
        with ${this.links()},
        reached as (
          select link.person_id, bool_or(${inUnion("link.union_id", unionId, includeDescendants)}) as asked from link group by link.person_id
        ), ${keys}
        select first_id || ' ' || second_id as id, rank from pair
        where not exists (select from duplicate_dismissal dismissed where dismissed.first_id = pair.first_id and dismissed.second_id = pair.second_id)
      ) found`,
  };

  private readonly byId = new DataLoader<string, Candidate | null>(async ids => {
    const people = [...new Set(ids.flatMap(id => id.split(" ")))];
    const rows = await this.scope.rows<Candidate>(sql`
      with ${this.links(sql`and bound.person_id = any(${people})`)},
      reached as (select distinct link.person_id, true as asked from link), ${keys}
      select first_id || ' ' || second_id as id, first_id as "firstId", second_id as "secondId", rules from pair`);
    const found = new Map(rows.map(row => [row.id, { ...row, rules: strongest.filter(rule => row.rules.includes(rule)) }]));
    return ids.map(id => found.get(id) ?? null);
  });

  page = (filter: CandidateFilter, args: PageArgs) => this.scope.get(Pages).of(this.list, null, filter, args, this.byId);

  async dismiss(input: DismissDuplicateInput): Promise<DuplicateDismissal> {
    const { first, second } = input;
    const reason = givenText("reason", input.reason, 1000);
    for (const [argument, id] of [["first", first], ["second", second]] as const) {
      await this.scope.get(People).named(id, argument);
      this.scope.viewer.requireChange(await this.scope.get(PersonUnions).ids.load(id));
    }
    if (first === second) throw new BadInput("second", "A person is no duplicate of itself. Name the other one.");
    const [firstId, secondId] = first < second ? [first, second] : [second, first];
    const [unionId = ""] = await this.scope.get(PersonUnions).ids.load(first);
    const row = { id: newId(unionId), firstId, secondId };
    return this.scope.write({ action: "dismissDuplicate", input, reason }, DuplicateDismissal, async tx => {
      await tx.insert(DuplicateDismissal, row);
      return tx.findOneByOrFail(DuplicateDismissal, { id: row.id });
    });
  }
}
