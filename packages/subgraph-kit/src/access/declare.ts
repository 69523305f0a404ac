import type { Role } from "@huu-nghi/identity";
import { Extensions } from "type-graphql";
import type { RequestScope } from "../scope";
import type { Mask } from "./masks";

/** What may be asked, in the form in which guards read it. */
export type Permission = { open: string } | { needs: Role; unionOf?: UnionOf | undefined } | { changes: true };

/** The union that a field is asked about, by the thing it hangs on and by its arguments; none where it is asked about all. */
export type UnionOf<Root = never, Args = never> = (root: Root, args: Args) => string | null | undefined;

/** Who may see the records of a type at all, by whatever way they are reached. */
export interface RecordGuard {
  needs: Role;
  /** The unions that a record belongs to; one that the viewer's role reaches is enough. */
  unionsOf: (scope: RequestScope, record: never) => string[] | Promise<string[]>;
}

/** Anybody may ask; the reason speaks to whoever reviews what is public. */
export const Open = (reason: string) => Extensions({ permission: { open: reason } satisfies Permission });

/**
 * Asks for a role in this division and, where the field is asked about one union, in that union. Without a token the
 * answer is UNAUTHENTICATED, with one that does not suffice FORBIDDEN; the rest of the page stays.
 */
export const Needs = <Root = never, Args = never>(role: Role, unionOf?: UnionOf<Root, Args>) =>
  Extensions({ permission: { needs: role, unionOf: unionOf as UnionOf | undefined } satisfies Permission });

/** A change: for officers of this division and for administrators. Whose records they may change, the service checks. */
export const ForOfficers = () => Extensions({ permission: { changes: true } satisfies Permission });

const guards = new Map<string, RecordGuard>();

/**
 * Marks a type whose records are not public. Every field that leads to it asks for the role; a record outside the
 * viewer's unions is null, or missing from its list, as one that does not exist.
 */
export const Guarded =
  <Record>(needs: Role, unionsOf: (scope: RequestScope, record: Record) => string[] | Promise<string[]>): ClassDecorator =>
  type => {
    const guard: RecordGuard = { needs, unionsOf: unionsOf as RecordGuard["unionsOf"] };
    guards.set(type.name, guard);
    Extensions({ guard })(type);
  };

/** The guard of the type with this name, where records are known by their kind only; undefined where they are public. */
export const guardOf = (kind: string): RecordGuard | undefined => guards.get(kind);

const maskedOf = new Map<unknown, Map<string, Mask>>();

/** Marks personal data of a record: shown masked, opened with a stated purpose, and each opening is written down. */
export const Sensitive =
  (mask: Mask): PropertyDecorator =>
  (prototype, property) => {
    const own = maskedOf.get(prototype.constructor) ?? new Map<string, Mask>();
    maskedOf.set(prototype.constructor, own.set(String(property), mask));
    Extensions({ sensitive: mask })(prototype, property as string);
  };

/** The mask of a class's property, wherever its values are shown; undefined when it is not personal data. */
export const maskOf = (type: unknown, property: string): Mask | undefined => maskedOf.get(type)?.get(property);

/** The properties of a class that are personal data. */
export const masksOf = (type: unknown): string[] => [...(maskedOf.get(type)?.keys() ?? [])];

interface Declared {
  permission?: Permission;
  guard?: RecordGuard;
  sensitive?: Mask;
}

/** What was declared on a type or a field. */
export const declaredOn = ({ extensions }: { extensions: object }): Declared => extensions as Declared;
