import "reflect-metadata";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { parse, type GraphQLSchema } from "graphql";
import { buildSchemaSync, createResolversMap, type BuildSchemaOptions } from "type-graphql";
import { declaredOn, type RecordGuard } from "./access/declare";
import { checkPermission, guardSchema, isVisible } from "./access/guard-schema";
import { addPurposes } from "./access/sensitive";
import { countryResolvers } from "./country";
import type { Division } from "./division";
import type { Reference } from "./domain";
import { checkNamedRecords } from "./named-records";
import type { ScopedContext } from "./scope";
import { localizedTextResolvers } from "./values";

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@external", "@key", "@requires", "@shareable"])`;

type Resolvers = Record<string, Record<string, unknown>>;

const finding =
  ({ permission, find }: Reference, guard: RecordGuard | undefined) =>
  async (key: { id?: unknown; code?: unknown }, scope: ScopedContext["scope"]): Promise<unknown> => {
    checkPermission(permission, scope, key, {});
    if (guard) scope.viewer.require(guard.needs);
    // A key that is no text is a key of nothing.
    const found: unknown = typeof (key.id ?? key.code) === "string" ? await find(scope, key as never) : null;
    return found != null && guard && !(await isVisible(guard, scope, found)) ? null : found;
  };

const referenceResolver =
  (reference: Reference, guard: RecordGuard | undefined) =>
  (key: { id?: unknown; code?: unknown }, { scope }: ScopedContext): Promise<unknown> => {
    // Given back, not thrown: where another of the keys asked for cannot be read at all, the library drops the promises that it
    // has, and one that is rejected would be held by nobody. To GraphQL an error that is given back is one all the same.
    return finding(reference, guard)(key, scope).catch((error: unknown) => error);
  };

export interface DivisionSchema {
  /** As it is served, with its guards. */
  schema: GraphQLSchema;
  /** As it is written down for composition. */
  sdl: string;
  /** With what was declared about each field, as extensions. */
  declared: GraphQLSchema;
}

const built = new WeakMap<Division, DivisionSchema>();

/** Built once for a division, which does not change. */
export const buildDivisionSchema = (division: Division): DivisionSchema => {
  const schema = built.get(division) ?? build(division);
  built.set(division, schema);
  return schema;
};

const build = (division: Division): DivisionSchema => {
  const plain = buildSchemaSync({
    resolvers: division.resolvers as unknown as BuildSchemaOptions["resolvers"],
    // Types that only another division's fields lead to are reached by their key.
    orphanedTypes: division.references.map(({ type }) => type) as unknown as BuildSchemaOptions["orphanedTypes"],
    container: ({ context }: { context: ScopedContext }) => ({ get: (made: new (scope: ScopedContext["scope"]) => object) => context.scope.get(made) }),
    // type-graphql skips the checks of fields that are not given unless it is told not to.
    validate: { forbidUnknownValues: false, skipMissingProperties: false },
  });
  addPurposes(plain);
  const sdl = `${federation}\n\n${printSchemaWithDirectives(plain)}\n`;
  const resolvers = createResolversMap(plain) as Resolvers;
  const extend = (type: string, fields: Record<string, unknown>) => (resolvers[type] = { ...resolvers[type], ...fields });
  const typeNames = new Set(Object.keys(plain.getTypeMap()));
  if (typeNames.has("LocalizedText")) extend("LocalizedText", localizedTextResolvers);
  if (typeNames.has("Country")) extend("Country", countryResolvers);
  for (const each of division.references) {
    const type = typeOf(plain, each);
    extend(type.name, { __resolveReference: referenceResolver(each, declaredOn(type).guard) });
  }
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  checkNamedRecords(schema, division);
  guardSchema(schema, plain, division);
  return { schema, sdl, declared: plain };
};

const typeOf = (schema: GraphQLSchema, { type }: Reference) => {
  const found = schema.getType(type.name);
  if (!found) throw new Error(`The reference ${type.name} has no GraphQL type of that name.`);
  return found;
};
