import type { DataSource } from "typeorm";
import type { DatabaseUrls } from "../config";
import { openDataSource, type Connection } from "./data-source";
import { rolesOf } from "./roles";
import { RoomForChanges } from "./room-for-changes";

/** A division's database as its process uses it: one pool that can only select, one that may change rows. */
export interface Database {
  reader: DataSource;
  writer: DataSource;
  /** Rejects while nothing can be read or nothing can be changed. */
  ready(): Promise<unknown>;
  close(): Promise<void>;
}

export const openDatabase = async (
  division: { name: string } & Pick<Connection, "tables">,
  urls: DatabaseUrls,
  serving: Pick<Connection, "limits" | "onStatement"> = {},
): Promise<Database> => {
  const roles = rolesOf(division.name);
  const room = new RoomForChanges();
  const shared = { ...serving, tables: division.tables };
  const reader = await openDataSource({ ...shared, url: urls.reader, role: roles.reader, readOnly: true });
  const writer = await openDataSource({ ...shared, url: urls.writer, role: roles.writer, onFault: room.noteFault }).catch(async (error: unknown) => {
    await reader.destroy();
    throw error;
  });
  return {
    reader,
    writer,
    ready: () => Promise.all([reader.query("select 1"), room.check(writer)]),
    close: async () => void (await Promise.all([reader.destroy(), writer.destroy()])),
  };
};
