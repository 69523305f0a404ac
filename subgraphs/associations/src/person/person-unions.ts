import { idsBy, sql, type RequestScope } from "@huu-nghi/subgraph-kit";

/** What binds people to unions, one row each: the memberships and positions of all of them. */
export const personLinks = sql`
  select membership.person_id, association.union_id, association.id as association_id, membership.id as membership_id, membership.branch_id, membership.since,
    coalesce(membership.until, association.dissolved_on) as until
  from membership join friendship_association association on association.id = membership.association_id where membership.person_id is not null
  union all
  select tenure.person_id, coalesce(tenure.union_id, association.union_id), association.id, null, null, coalesce(tenure.since, tenure.named_as_of), tenure.until
  from position_tenure tenure left join friendship_association association on association.id = tenure.association_id where tenure.person_id is not null`;

/** The unions where a person has a membership or a position, as an SQL array; of the person whom a column names. */
export const unionsOfPerson = (column: string) => `array(select distinct link.union_id from (${personLinks.text}) link where link.person_id = ${column})`;

/** To whose records a person belongs. */
export class PersonUnions {
  constructor(private readonly scope: RequestScope) {}

  /** The unions where the person has a membership or a position; one that ended counts, since its record has to be kept by somebody. */
  readonly ids = idsBy(
    this.scope,
    personIds => sql`select distinct link.person_id as parent, link.union_id as id from (${personLinks}) link where link.person_id = any(${personIds})`,
  );
}
