import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, restoreSection, writeSection, type Division, type Restoring } from "@huu-nghi/subgraph-kit";
import { databaseContent } from "../database-content";
import { testLog } from "../test-log";
import { asSuperuser, ensureDivisionLogins, loginUrl, withClient } from "../test-server";
import { archive, fillArchive } from "./archive.fixture";

export const sqlIn = <Row extends object>(url: string, sql: string, values: unknown[] = []) => withClient(url, async client => (await client.query<Row>(sql, values)).rows);

/** Databases of the division `archive`, one of which has been filled and backed up. */
export class ArchiveDatabases implements AsyncDisposable {
  readonly folder = mkdtempSync(join(tmpdir(), "huu-nghi-backup-"));
  /** The backup of `original`. */
  readonly file = join(this.folder, "archive.gz");
  original!: string;
  readonly #databases: string[] = [];

  static async make(): Promise<ArchiveDatabases> {
    const made = new ArchiveDatabases();
    await ensureDivisionLogins("archive");
    made.original = await made.filled(archive);
    await writeSection(archive, made.original, made.file, () => undefined);
    return made;
  }

  empty = async (): Promise<string> => {
    const name = `archive_${randomBytes(5).toString("hex")}`;
    this.#databases.push(name);
    await asSuperuser(client => client.query(`create database ${name} owner archive_owner`));
    return loginUrl("archive_owner", name);
  };

  migrated = async (division: Division): Promise<string> => {
    const url = await this.empty();
    await migrateTo(division, url);
    return url;
  };

  filled = async (division: Division): Promise<string> => {
    const url = await this.migrated(archive);
    await sqlIn(url, fillArchive);
    await migrateTo(division, url);
    return url;
  };

  restore = (division: Division, url: string, options: Partial<Restoring> = {}) =>
    restoreSection(
      division,
      { urls: { owner: url, writer: url, reader: url }, serverUrl: null },
      { place: { file: this.file, from: 0 }, replace: false, leaveOutUnknown: false, reach: () => Promise.resolve(), say: () => undefined, onProgress: () => undefined, ...options },
    );

  async [Symbol.asyncDispose]() {
    await asSuperuser(async client => {
      for (const name of this.#databases) await client.query(`drop database if exists ${name} with (force)`);
    });
    rmSync(this.folder, { recursive: true });
  }
}

export const migrateTo = (division: Division, url: string) => migrate(division, { owner: url, writer: url, reader: url }, null, testLog("archive"));

/** That `work` is refused, and that the database is afterwards what it was. */
export const expectUntouched = async (url: string, work: () => Promise<unknown>, reason: RegExp) => {
  const before = await databaseContent(url);
  await expect(work()).rejects.toThrow(reason);
  expect(await databaseContent(url)).toEqual(before);
};
