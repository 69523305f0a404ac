import { readFileSync } from "node:fs";
import path from "node:path";
import { buildDivisionSchema, graphqlNames, keyFieldsOf, type Division } from "@huu-nghi/subgraph-kit";
import { Kind, parse, type DefinitionNode, type FieldDefinitionNode, type TypeNode } from "graphql";
import { testAccess } from "./access-conformance";
import { differencesFromMigrations, withoutHistory, writableByReader } from "./database-conformance";
import { undeclaredPersonalData } from "./personal-data-conformance";

/** Lists that are no pages, as `Type.field`, each with the reason why it stays short. */
export type ShortLists = Record<string, string>;

const shortInEveryDivision: ShortLists = {
  "AccessLogEntry.roles": "there are four",
  "AccessLogEntry.fields": "as many as a type has",
  "ReportSection.figures": "as many as the division has measures",
  "Figure.readings": "as many as sources printed the figure, and two",
  "HistoryEntry.changes": "as many as a row has columns",
  "Person.formerIds": "as many as records were made of one person",
};

const sdlOf = (division: Division) => parse(buildDivisionSchema(division).sdl).definitions;

const undescribedFields = (type: string, fields: readonly FieldDefinitionNode[], exempt: string[]): string[] =>
  fields.flatMap(({ name, description, arguments: given = [] }) => [
    ...(description || exempt.includes(name.value) ? [] : [`${type}.${name.value}`]),
    ...given.filter(argument => !argument.description).map(argument => `${type}.${name.value}(${argument.name.value}:)`),
  ]);

const undescribedIn = (definition: DefinitionNode): string[] => {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION: {
      const { name, description, fields = [] } = definition;
      const isRoot = ["Query", "Mutation"].includes(name.value);
      const keys = keyFieldsOf(definition);
      // Another division's type is described there; here it may be no more than its key and what we add to it.
      const isStub = !description && keys.length > 0;
      return [...(description || isRoot || isStub ? [] : [name.value]), ...undescribedFields(name.value, fields, isStub ? keys : [])];
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION: {
      const { name, description } = definition;
      const parts = definition.kind === Kind.ENUM_TYPE_DEFINITION ? definition.values : definition.fields;
      return [...(description ? [] : [name.value]), ...(parts ?? []).filter(part => !part.description).map(part => `${name.value}.${part.name.value}`)];
    }
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
      return definition.description ? [] : [definition.name.value];
    default:
      return [];
  }
};

/** Types, fields, arguments and enum values that a client would have to guess. */
export const undescribed = (division: Division): string[] => sdlOf(division).flatMap(undescribedIn);

const isList = (type: TypeNode): boolean => (type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE);

/** Lists that are neither pages nor known to stay short; and names of short lists that are no list. */
export const unpagedLists = (division: Division, short: ShortLists = {}): string[] => {
  const lists = sdlOf(division).flatMap(definition =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && !definition.name.value.endsWith("Connection")
      ? (definition.fields ?? []).filter(({ type }) => isList(type)).map(({ name }) => `${definition.name.value}.${name.value}`)
      : [],
  );
  // As many as the division has tables that hold something of persons.
  const heldData = `Person.dataHeldBy${graphqlNames(division.name).pascal}`;
  return [...lists.filter(list => !(list in short) && !(list in shortInEveryDivision) && list !== heldData), ...Object.keys(short).filter(name => !lists.includes(name))];
};

export const expectEntitiesToEqualMigrations = async (division: Division): Promise<void> => expect(await differencesFromMigrations(division)).toEqual([]);

/** The rules that every division keeps, as tests of it. */
export const testConformance = (division: Division, { shortLists }: { shortLists?: ShortLists } = {}): void => {
  describe(`the division ${division.name}`, () => {
    it("describes every type, field, argument and enum value", () => expect(undescribed(division)).toEqual([]));

    it("gives long lists as pages, and says why others stay short", () => expect(unpagedLists(division, shortLists)).toEqual([]));

    it("has its schema written down as its code says it", () =>
      expect(readFileSync(path.join(division.folder, "schema.graphql"), "utf8")).toBe(buildDivisionSchema(division).sdl));

    it("has entities that equal its migrations", () => expectEntitiesToEqualMigrations(division));

    it("keeps the history of every table", async () => expect(await withoutHistory(division)).toEqual([]));

    it("says of every column that names a person, and of every other in such a table, what an erasure does with it", async () => expect(await undeclaredPersonalData(division)).toEqual([]));

    it("lets its reader select from every table and do nothing else", async () => expect(await writableByReader(division)).toEqual([]));
  });

  testAccess(division);
};
