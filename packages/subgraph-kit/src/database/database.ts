import type { DataSource } from "typeorm";
import type { DatabaseUrls } from "../config";
import { openDataSource, type Connection, type StatementListener } from "./data-source";
import { rolesOf } from "./roles";

/** A division's database as its process uses it: one pool that can only select, one that may change rows. */
export interface Database {
  reader: DataSource;
  writer: DataSource;
  close(): Promise<void>;
}

export const openDatabase = async (division: { name: string } & Pick<Connection, "tables">, urls: DatabaseUrls, onStatement?: StatementListener): Promise<Database> => {
  const roles = rolesOf(division.name);
  const reader = await openDataSource({ url: urls.reader, role: roles.reader, tables: division.tables, readOnly: true, onStatement });
  const writer = await openDataSource({ url: urls.writer, role: roles.writer, tables: division.tables, onStatement }).catch(async (error: unknown) => {
    await reader.destroy();
    throw error;
  });
  return { reader, writer, close: async () => void (await Promise.all([reader.destroy(), writer.destroy()])) };
};
