import { Problem } from "@huu-nghi/service-kit";
import { defaultFieldResolver, getNamedType, isObjectType, type GraphQLField, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { Division } from "../division";
import type { RequestScope, ScopedContext } from "../scope";
import { declaredOn, type Permission, type RecordGuard } from "./declare";
import { isEntryType, keyFieldsOf } from "./entries";
import { refuseLongIds } from "./input-ids";
import type { Mask } from "./masks";
import { openingOf } from "./sensitive";

type Resolve = GraphQLFieldResolver<unknown, ScopedContext, Record<string, unknown>>;
type Field = GraphQLField<unknown, ScopedContext>;

// What nobody thought about is not open.
const undeclared: Permission = { needs: "admin" };

/** Throws unless the viewer may ask. */
export const checkPermission = (permission: Permission | undefined, scope: RequestScope, root: unknown, args: unknown) => {
  if (permission === undefined || "open" in permission) return;
  if ("changes" in permission) return scope.viewer.requireChange();
  scope.viewer.require(permission.needs, permission.unionOf?.(root as never, args as never));
};

export const isVisible = async ({ needs, unionsOf }: RecordGuard, scope: RequestScope, record: unknown): Promise<boolean> =>
  scope.viewer.reaches(needs, []) || scope.viewer.reaches(needs, await unionsOf(scope, record as never));

/** The guard of a type, or of what its pages hold. */
const guardBehind = (type: unknown, plain: GraphQLSchema): { guard: RecordGuard; direct: boolean } | undefined => {
  const named = isObjectType(type) ? plain.getType(type.name) : undefined;
  if (!isObjectType(named)) return undefined;
  const { guard } = declaredOn(named);
  if (guard) return { guard, direct: true };
  const { nodes, node } = named.getFields();
  const held = named.name.endsWith("Connection") ? nodes : named.name.endsWith("Edge") ? node : undefined;
  const behind = held && declaredOn(getNamedType(held.type) as GraphQLObjectType).guard;
  return behind && { guard: behind, direct: false };
};

const composed = (value: unknown): unknown => {
  if (typeof value === "string") return value.normalize("NFC");
  if (Array.isArray(value)) return value.map(composed);
  return value !== null && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, composed(each)])) : value;
};

const onlyVisible = async (guard: RecordGuard, scope: RequestScope, found: unknown): Promise<unknown> => {
  if (found === null || found === undefined) return null;
  if (!Array.isArray(found)) return (await isVisible(guard, scope, found)) ? found : null;
  const seen = await Promise.all(found.map(each => isVisible(guard, scope, each)));
  return found.filter((_, at) => seen[at]);
};

/**
 * Puts the guards of what was declared around the resolvers of a division. Done on the schema that is served, so that no
 * way to a guarded thing can be left out: whichever field leads to it, its type is what counts.
 */
export const guardSchema = (served: GraphQLSchema, plain: GraphQLSchema, division: Pick<Division, "tables">): void => {
  for (const type of Object.values(plain.getTypeMap())) {
    const servedType = served.getType(type.name);
    if (!isObjectType(type) || !isObjectType(servedType) || type.name.startsWith("__")) continue;
    const own = declaredOn(type).guard;
    const isPage = /(Connection|Edge)$/.test(type.name);
    const keys = keyFieldsOf(type.astNode);
    for (const [name, field] of Object.entries(type.getFields())) {
      const target = servedType.getFields()[name];
      const { permission = isEntryType(type, division) && !keys.includes(name) ? undeclared : undefined, sensitive } = declaredOn(field);
      if (target) guardField(target, { permission, sensitive }, { typeName: type.name, own, isPage }, guardBehind(getNamedType(field.type), plain));
    }
  }
};

const guardField = (
  field: Field,
  { permission, sensitive }: { permission: Permission | undefined; sensitive: Mask | undefined },
  { typeName, own, isPage }: { typeName: string; own: RecordGuard | undefined; isPage: boolean },
  behind: { guard: RecordGuard; direct: boolean } | undefined,
) => {
  const resolve: Resolve = (field.resolve as Resolve | undefined) ?? defaultFieldResolver;
  if (sensitive && own) {
    const opening = openingOf({ type: typeName, field: field.name, guard: own, mask: sensitive }, resolve);
    const checked: Resolve = (root, args, context, info) => {
      checkPermission(permission, context.scope, root, args);
      return opening(root, args, context, info);
    };
    field.resolve = checked as Field["resolve"];
    return;
  }
  const isNeeded = permission !== undefined && !("open" in permission);
  if (!isNeeded && !behind) return;
  const guarded: Resolve = async (root, args, context, info) => {
    const { scope } = context;
    checkPermission(permission, scope, root, args);
    // A page was permitted when it was asked for; within it only its records are looked at.
    if (behind && !isPage) scope.viewer.require(behind.guard.needs);
    // What is kept is kept in one form, however a keyboard or a file composed its letters.
    const changes = permission !== undefined && "changes" in permission;
    if (changes) refuseLongIds(field.args, args);
    const given = changes ? composed(args) : args;
    const found = await resolve(root, given as typeof args, context, info);
    if (!behind?.direct) return found;
    const visible = await onlyVisible(behind.guard, scope, found);
    if (visible === null && found != null && field.name === "node") throw new Problem("FORBIDDEN", "A record of this list is not for your roles.");
    return visible;
  };
  field.resolve = guarded as Field["resolve"];
};
