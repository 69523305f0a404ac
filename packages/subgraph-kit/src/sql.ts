import tag, { type Sql } from "sql-template-tag";

export { empty, join, raw, type Sql } from "sql-template-tag";

/** A statement with its values kept apart from its text. The library's own types leave out arrays, which pg takes. */
export const sql = tag as unknown as (strings: TemplateStringsArray, ...values: unknown[]) => Sql;
