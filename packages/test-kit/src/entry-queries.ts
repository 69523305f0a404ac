import { declaredOn, entriesOf, type Division, type DivisionSchema } from "@huu-nghi/subgraph-kit";
import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, type GraphQLArgument, type GraphQLField, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema } from "graphql";

/** Ids that exist, by the names of the types; for types without a table some that could. */
export type Samples = (type: string) => string[];

export interface EntryQuery {
  /** The entry's name, as `entriesOf` gives it. */
  entry: string;
  query: string;
  variables: Record<string, unknown>;
}

const values: Record<string, (name: string, samples: Samples, of: string) => unknown> = {
  ID: (_name, samples, of) => samples(of)[0],
  String: () => "a",
  Int: name => (name === "year" ? 2024 : 2),
  LocalDate: name => (name === "to" ? "2025-12-31" : "2014-01-01"),
  PartialDate: () => "2014",
  CountryCode: () => "LA",
  CurrencyCode: () => "VND",
  Boolean: () => true,
  Decimal: () => "1",
  DateTime: () => "2026-11-22T08:30:00Z",
};

/** A value that fits, as GraphQL writes it; of an input object what must be given. */
const literal = ({ name, type }: Pick<GraphQLArgument, "name" | "type">, samples: Samples, of: string): string => {
  const named = getNamedType(type);
  const one =
    isEnumType(named) ? named.getValues()[0]!.name
    : isInputObjectType(named) ?
      `{ ${Object.values(named.getFields()).filter(field => isNonNullType(field.type)).map(field => `${field.name}: ${literal(field, samples, of)}`).join(", ")} }`
    : JSON.stringify(values[named.name]?.(name, samples, of) ?? "a");
  return isListType(getNullableType(type)) ? `[${one}]` : one;
};

const nameOf = (type: GraphQLOutputType) => getNamedType(type).name.replace(/Connection$/, "");

/** What must be given, and for lists few of them. */
const argumentsOf = (field: GraphQLField<unknown, unknown>, samples: Samples) => {
  const given = field.args.filter(({ name, type }) => isNonNullType(type) || name === "first").map(each => `${each.name}: ${literal(each, samples, nameOf(field.type))}`);
  return given.length > 0 ? `(${given.join(", ")})` : "";
};

/** All that can be asked of a type, so many levels deep, with the type of each thing. */
const selectionOf = (type: GraphQLOutputType, samples: Samples, levels: number, on: string[] = []): string => {
  const named = getNamedType(type);
  if (!isObjectType(named)) return "";
  const isWrapper = /(Connection|Edge)$/.test(named.name);
  const fields = Object.values(named.getFields()).flatMap(field => {
    const next = getNamedType(field.type);
    if (!isObjectType(next)) return [`${field.name}${argumentsOf(field, samples)}`];
    if (levels === 0 || on.filter(name => name === next.name).length > 1) return [];
    return [`${field.name}${argumentsOf(field, samples)}${selectionOf(field.type, samples, isWrapper ? levels : levels - 1, [...on, named.name])}`];
  });
  return ` { __typename ${fields.join(" ")} }`;
};

const entityQuery = (type: GraphQLObjectType, selection: string, samples: Samples) => {
  const { name } = type;
  const key = name === "Country" ? "code" : "id";
  return {
    query: `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on ${name} { ${selection} } } }`,
    variables: { of: samples(name).map(id => ({ __typename: name, [key]: id })) },
  };
};

/** A query for each way into a division, so many levels deep. */
export const entryQueries = (division: Division, { declared }: DivisionSchema, samples: Samples, levels: number): EntryQuery[] =>
  entriesOf(declared, division).map(({ name }) => {
    const [, entity] = /^_entities\((\w+)\)$/.exec(name) ?? [];
    const objectType = (of: string) => declared.getType(of) as GraphQLObjectType;
    if (entity !== undefined) return { entry: name, ...entityQuery(objectType(entity), `__typename ${levels > 0 ? selectionOf(objectType(entity), samples, levels - 1).slice(2, -1) : ""}`, samples) };
    const [parent = "", fieldName = ""] = name.split(".");
    const field = objectType(parent).getFields()[fieldName]!;
    const inner = levels > 0 ? selectionOf(field.type, samples, levels - 1) : isObjectType(getNamedType(field.type)) ? " { __typename }" : "";
    const selection = `${fieldName}${argumentsOf(field, samples)}${inner}`;
    if (parent === "Query") return { entry: name, query: `{ ${selection} }`, variables: {} };
    if (parent === "Mutation") return { entry: name, query: `mutation { ${selection} }`, variables: {} };
    return { entry: name, ...entityQuery(objectType(parent), selection, samples) };
  });

/** Types whose records are not public, and their fields that are personal data. */
export const privateParts = (declared: GraphQLSchema): { type: string; sensitive: string[] }[] =>
  Object.values(declared.getTypeMap())
    .filter(isObjectType)
    .filter(type => declaredOn(type).guard)
    .map(type => ({ type: type.name, sensitive: Object.values(type.getFields()).filter(field => declaredOn(field).sensitive).map(({ name }) => name) }));
