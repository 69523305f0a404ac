import type { Role } from "@huu-nghi/identity";
import { Extensions } from "type-graphql";
import type { RequestScope } from "../scope";
import type { Mask } from "./masks";

/** What may be asked, in the form in which guards read it. */
export type Permission = { open: string } | { needs: Role; unionOf?: UnionOf | undefined };

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

/**
 * Marks a type whose records are not public. Every field that leads to it asks for the role; a record outside the
 * viewer's unions is null, or missing from its list, as one that does not exist.
 */
export const Guarded = <Record>(needs: Role, unionsOf: (scope: RequestScope, record: Record) => string[] | Promise<string[]>) =>
  Extensions({ guard: { needs, unionsOf: unionsOf as RecordGuard["unionsOf"] } satisfies RecordGuard });

/** Marks personal data of a record: shown masked, opened with a stated purpose, and each opening is written down. */
export const Sensitive = (mask: Mask) => Extensions({ sensitive: mask });

interface Declared {
  permission?: Permission;
  guard?: RecordGuard;
  sensitive?: Mask;
}

/** What was declared on a type or a field. */
export const declaredOn = ({ extensions }: { extensions: object }): Declared => extensions as Declared;
