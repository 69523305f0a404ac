import { idsBy, sql, type RequestScope } from "@huu-nghi/subgraph-kit";

/** To whose records a person belongs. */
export class PersonUnions {
  constructor(private readonly scope: RequestScope) {}

  /** The unions in whose associations the person has a membership; one that ended counts, since its record has to be kept by somebody. */
  readonly ids = idsBy(
    this.scope,
    personIds => sql`
      select distinct membership.person_id as parent, association.union_id as id
      from membership join friendship_association association on association.id = membership.association_id
      where membership.person_id = any(${personIds})`,
  );
}
