import "reflect-metadata";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { parse, type GraphQLSchema } from "graphql";
import { buildSchemaSync, createResolversMap, type BuildSchemaOptions } from "type-graphql";
import { countryResolvers } from "./country";
import type { Division } from "./division";
import type { Reference } from "./domain";
import type { ScopedContext } from "./scope";
import { localizedTextResolvers } from "./values";

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;

type Resolvers = Record<string, Record<string, unknown>>;

const referenceResolver =
  ({ find }: Reference) =>
  (key: { id?: unknown; code?: unknown }, { scope }: ScopedContext) =>
    // A key that is no text is a key of nothing.
    typeof (key.id ?? key.code) === "string" ? find(scope, key as never) : null;

/** A division's schema as it is served, and as it is written down for composition. */
export const buildDivisionSchema = (division: Division): { schema: GraphQLSchema; sdl: string } => {
  const plain = buildSchemaSync({
    resolvers: division.resolvers as unknown as BuildSchemaOptions["resolvers"],
    // Types that only another division's fields lead to are reached by their key.
    orphanedTypes: division.references.map(({ type }) => type) as unknown as BuildSchemaOptions["orphanedTypes"],
    container: ({ context }: { context: ScopedContext }) => ({ get: (made: new (scope: ScopedContext["scope"]) => object) => context.scope.get(made) }),
    // type-graphql skips the checks of fields that are not given unless it is told not to.
    validate: { forbidUnknownValues: false, skipMissingProperties: false },
  });
  const sdl = `${federation}\n\n${printSchemaWithDirectives(plain)}\n`;
  const resolvers = createResolversMap(plain) as Resolvers;
  const extend = (type: string, fields: Record<string, unknown>) => (resolvers[type] = { ...resolvers[type], ...fields });
  const typeNames = new Set(Object.keys(plain.getTypeMap()));
  if (typeNames.has("LocalizedText")) extend("LocalizedText", localizedTextResolvers);
  if (typeNames.has("Country")) extend("Country", countryResolvers);
  for (const each of division.references) extend(typeName(plain, each), { __resolveReference: referenceResolver(each) });
  return { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]), sdl };
};

const typeName = (schema: GraphQLSchema, { type }: Reference) => {
  const name = [...Object.values(schema.getTypeMap())].find(each => each.name === type.name)?.name;
  if (!name) throw new Error(`The reference ${type.name} has no GraphQL type of that name.`);
  return name;
};
