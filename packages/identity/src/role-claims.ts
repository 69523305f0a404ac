import { z } from "zod";
import { divisionName, everyUnion, roles, unionId, type Grant } from "./viewer";

const grantForm = z
  .strictObject({
    role: z.enum(roles),
    division: z.union([divisionName, z.array(divisionName)]).optional(),
    unions: z.union([unionId, z.literal(everyUnion), z.array(z.union([unionId, z.literal(everyUnion)]))]).optional(),
  })
  // Whoever writes this means less than it would grant.
  .refine(({ role, division }) => role === "officer" || division === undefined, "only an officer is bound to a division");

/** What a group of the identity provider means here: a role's name, or a role with its division and unions. */
export const roleMap = z.record(
  z.string(),
  z.union([z.enum(roles), grantForm], `a group means a role (${roles.join(", ")}) or {"role": …, "division": …, "unions": …}`),
  "a mapping is an object: each group's name, and what it means",
);
export type RoleMap = z.infer<typeof roleMap>;

/** Where a token says which roles somebody has. A path with dots leads into objects: `realm_access.roles`. */
export interface ClaimNames {
  role: string;
  division: string;
  unions: string;
  /** Unless this is true in the token, a role holds for the unions below its own, too. */
  exactly: string;
}

export const usualClaims: ClaimNames = { role: "roles", division: "division", unions: "unions", exactly: "unions_exactly" };

/** A grant as a token gives it: which unions lie below its own is not known yet. */
export interface ClaimedGrant extends Grant {
  withBelow: boolean;
}

const at = (claims: Record<string, unknown>, path: string): unknown => {
  // A name with a dot in it, such as https://example.org/roles, is tried as it is first.
  if (Object.hasOwn(claims, path)) return claims[path];
  return path.split(".").reduce<unknown>((found, name) => (typeof found === "object" && found !== null && Object.hasOwn(found, name) ? (found as Record<string, unknown>)[name] : undefined), claims);
};

const texts = (value: unknown, separator: RegExp): string[] => {
  if (typeof value === "string") return value.split(separator).map(each => each.trim()).filter(Boolean);
  return Array.isArray(value) ? value.filter(each => typeof each === "string") : [];
};

const ownNames: RoleMap = Object.fromEntries(roles.map(role => [role, role]));

const blanksOrCommas = /[\s,]+/;

/** The names of roles in a claim. One of the provider's groups may have blanks and commas in it: what is mapped as a whole is no list. */
const roleNames = (value: unknown, map: RoleMap): string[] => {
  if (typeof value === "string" && Object.hasOwn(map, value)) return [value];
  return texts(value, map === ownNames ? blanksOrCommas : /,/);
};

const listOf = (value: string | string[] | undefined): string[] | undefined => (typeof value === "string" ? [value] : value);

/** One grant for each role and division, with the unions of all that say the same. */
const merged = (grants: ClaimedGrant[]): ClaimedGrant[] => {
  const byKind = new Map<string, ClaimedGrant>();
  for (const grant of grants) {
    const kind = `${grant.role} ${grant.division ?? ""}`;
    const unions = [...(byKind.get(kind)?.unions ?? []), ...grant.unions];
    byKind.set(kind, { ...grant, unions: unions.includes(everyUnion) ? [everyUnion] : [...new Set(unions)] });
  }
  return [...byKind.values()];
};

/**
 * What the claims of a checked token grant. Names that nobody mapped grant nothing; whoever is left without a role is a
 * viewer without unions. An officer of no division is a viewer of the unions that the token names.
 */
export const grantsOf = (claims: Record<string, unknown>, map: RoleMap = ownNames, names: ClaimNames = usualClaims): ClaimedGrant[] => {
  const claimedUnions = texts(at(claims, names.unions), blanksOrCommas).filter(id => id === everyUnion || unionId.safeParse(id).success);
  const claimedDivisions = texts(at(claims, names.division), blanksOrCommas).filter(name => divisionName.safeParse(name).success);
  // Some providers give every claim as a text. What is not a clear no is taken for the narrower meaning.
  const withBelow = [undefined, null, false, "false"].includes(at(claims, names.exactly) as undefined);
  const grants = roleNames(at(claims, names.role), map).flatMap((name): ClaimedGrant[] => {
    const meant = Object.hasOwn(map, name) ? map[name] : undefined;
    if (meant === undefined) return [];
    const { role, division = undefined, unions = undefined } = typeof meant === "string" ? { role: meant } : meant;
    const own = { unions: listOf(unions) ?? claimedUnions, withBelow };
    if (role !== "officer") return [{ role, ...own }];
    const divisions = listOf(division) ?? claimedDivisions;
    return divisions.length > 0 ? divisions.map(each => ({ role, division: each, ...own })) : [{ role: "viewer", ...own }];
  });
  return grants.length > 0 ? merged(grants) : [{ role: "viewer", unions: [], withBelow }];
};
