import type { EntityManager, EntityMetadata } from "typeorm";
import type { TableClass } from "../database/data-source";
import { Statement } from "../sources/statement";
import { keptTables } from "../write/history-triggers";

type Value = string | number | boolean | null;

/** A table in which a division holds something of persons, each row of one. */
export interface Holding {
  /** What an export of a person's data calls it. */
  section: string;
  table: TableClass;
  /** The property that holds the person's id. */
  person: string;
  /** Which rows are the person's, as SQL over `held` and `$1`, the person's id. */
  rows: string;
  /** What an erasure puts in the place of what says something of the person; "row": the row goes. */
  erased: Record<string, Value> | "row";
  /** What stays, and says nothing of anybody once the person is erased. */
  keeps: readonly string[];
  /** The ids of the unions that the row belongs to, as an SQL array over `held`; without it only roles for every union see the row. */
  unions: string;
}

interface Held<Row> {
  section: string;
  table: new () => Row;
  /** The property that holds the person's id. */
  person: keyof Row & string;
  erased: { [Name in keyof Row & string]?: Row[Name] & Value } | "row";
  keeps?: readonly (keyof Row & string)[];
  unions?: string;
}

const columnName = (property: string) => property.replace(/[A-Z]/g, capital => `_${capital.toLowerCase()}`);
const noUnions = "array[]::text[]";

/** Says where a domain holds something of persons; all columns have to be named, so that no new one is forgotten. */
export const holding = <Row extends object>({ person, keeps = [], unions = noUnions, ...held }: Held<Row>): Holding => ({
  ...held,
  person,
  rows: `held.${columnName(person)} = $1`,
  erased: held.erased as Holding["erased"],
  keeps,
  unions,
});

/** What sources said of a person, which every division keeps alike. */
export const statementsOfPeople: Holding = {
  section: "statements",
  table: Statement,
  person: "subjectId",
  rows: "held.subject_kind = 'Person' and held.subject_id = $1",
  erased: "row",
  keeps: [],
  unions: noUnions,
};

/** Columns of a held table of which nobody has said what becomes of them when the person is erased. */
export const unsaidColumns = ({ erased, keeps, person }: Holding, { columns }: EntityMetadata): string[] =>
  erased === "row"
    ? []
    : columns
        .filter(({ isPrimary }) => !isPrimary)
        // A text in two languages is one property and several columns.
        .map(({ propertyPath }) => propertyPath.split(".")[0]!)
        .filter((property, index, all) => all.indexOf(property) === index && !["version", person, ...keeps, ...Object.keys(erased)].includes(property));

type Database = Pick<EntityManager, "query" | "connection">;

/** A holding with the names that the database has for it. */
export interface PlacedHolding extends Holding {
  metadata: EntityMetadata;
  /** The table of the record that a row is, or is part of, and the columns that name that record. */
  ofType: string;
  recordKey: string[];
}

export const placed = async (database: Database, holdings: readonly Holding[]): Promise<PlacedHolding[]> => {
  const kept = await keptTables(database);
  return holdings.map(each => {
    const metadata = database.connection.getMetadata(each.table);
    const { ofType, recordKey } = kept.find(({ name }) => name === metadata.tableName)!;
    return { ...each, metadata, ofType, recordKey };
  });
};
