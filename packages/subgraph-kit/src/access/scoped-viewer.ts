import { everyUnion, type Grant, type Role, type Viewer } from "@huu-nghi/identity";
import { Problem } from "@huu-nghi/service-kit";
import { raw, sql, type Sql } from "../sql";

/** Each role may read what the ones before it may. */
const rank: Record<Role, number> = { viewer: 0, officer: 1, leader: 2, admin: 3 };

// A leader reads all and changes nothing.
const changingRoles: Role[] = ["officer", "admin"];

const meaning: Record<Role, (division: string) => string> = {
  viewer: () => "a signed-in viewer",
  officer: division => `an officer of the division ${division}, or a leader`,
  leader: () => "a leader",
  admin: () => "an administrator",
};

type Unions = string[] | typeof everyUnion;

const unionsOf = (grants: readonly Grant[]): Unions => {
  const unions = grants.flatMap(grant => grant.unions);
  return unions.includes(everyUnion) ? everyUnion : [...new Set(unions)];
};

const includesAny = (unions: Unions, unionIds: readonly string[]) => unions === everyUnion || unionIds.some(id => unions.includes(id));

/** Who asks, as this division sees it: which roles count here, and for which unions. */
export class ScopedViewer {
  constructor(
    private readonly viewer: Viewer,
    private readonly division: string,
  ) {}

  /** The token's subject; null for a visitor. */
  get id(): string | null {
    return this.viewer.id;
  }

  /** Roles that count in this division. */
  get roles(): Role[] {
    return [...new Set(this.viewer.grants.map(grant => this.here(grant)))];
  }

  /** The unions in which the viewer has this role or a greater one. */
  unionsAs(role: Role): Unions {
    return unionsOf(this.grantsAs(role));
  }

  reaches(role: Role, unionIds: readonly string[]): boolean {
    return includesAny(this.unionsAs(role), unionIds);
  }

  /** A condition on a column that holds a union's id. */
  within(role: Role, column: string): Sql {
    const unions = this.unionsAs(role);
    return unions === everyUnion ? sql`true` : sql`${raw(column)} = any(${unions})`;
  }

  /** The same for a column that holds the ids of several. */
  withinAny(role: Role, column: string): Sql {
    const unions = this.unionsAs(role);
    return unions === everyUnion ? sql`true` : sql`${raw(column)} && ${unions}::text[]`;
  }

  /** Throws unless the viewer has the role, for a union if one is named. */
  require(role: Role, unionId?: string | null): void {
    if (this.viewer.id === null) throw new Problem("UNAUTHENTICATED", `This is for ${meaning[role](this.division)}: send a token, Authorization: Bearer ….`);
    if (this.grantsAs(role).length === 0) throw new Problem("FORBIDDEN", `This is for ${meaning[role](this.division)}; your token does not say that you are one.`);
    if (unionId != null && !this.reaches(role, [unionId])) {
      throw new Problem("FORBIDDEN", `Your roles do not reach the union ${unionId}. Ask for one of your own, or have the role granted for it.`);
    }
  }

  /** Throws unless the viewer has the role for one of the unions. */
  requireAny(role: Role, unionIds: readonly string[]): void {
    this.require(role);
    if (!this.reaches(role, unionIds)) throw new Problem("FORBIDDEN", "Your roles do not reach a union that this belongs to.");
  }

  /** Throws unless the viewer may change records: an officer of this division or an administrator, for the union if one is named. */
  requireChange(unionIds?: readonly string[]): void {
    this.require("viewer");
    const changing = this.viewer.grants.filter(grant => changingRoles.includes(this.here(grant)));
    if (changing.length === 0) throw new Problem("FORBIDDEN", `Records are changed by officers of the division ${this.division} and by administrators; your token does not say that you are one.`);
    if (unionIds === undefined) return;
    if (includesAny(unionsOf(changing), unionIds)) return;
    throw new Problem("FORBIDDEN", unionIds.length > 0 ? `Your roles do not reach the union ${unionIds.join(", ")}. Have the role granted for it.` : "This belongs to no union; only roles for every union change it.");
  }

  private grantsAs(role: Role): Grant[] {
    return this.viewer.grants.filter(grant => rank[this.here(grant)] >= rank[role]);
  }

  // Who is an officer elsewhere is a viewer here.
  private here({ role, division }: Grant): Role {
    return role === "officer" && division !== this.division ? "viewer" : role;
  }
}

