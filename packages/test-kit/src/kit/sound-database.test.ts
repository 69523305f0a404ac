import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startPostgres, type EmbeddedPostgres } from "@huu-nghi/postgres";
import type { RunningService } from "@huu-nghi/service-kit";
import { migrate, openDatabase, refuseLossyServer, serveDivision } from "@huu-nghi/subgraph-kit";
import { testDatabase, type TestDatabase } from "../test-database";
import { testLog } from "../test-log";
import { withClient } from "../test-server";
import { testKeys } from "../viewers";
import { library } from "./library.fixture";

let test: TestDatabase;
beforeEach(async () => {
  test = await testDatabase(library());
});
afterEach(() => test[Symbol.asyncDispose]());

it("a division does not serve on a server that can lose what it acknowledged, and says which settings do that", async () => {
  // The server of the tests is such a one, for their speed.
  const config = { host: "127.0.0.1", port: 0, logLevel: "silent", urls: test.urls, serverUrl: null, keys: testKeys };
  await expect(serveDivision(library(), config, testLog("library"))).rejects.toThrow(/fsync and full_page_writes and synchronous_commit switched off.*take fsync off the server's command line;.*DATABASE_MAY_LOSE_CHANGES=yes/);
  const service = await serveDivision(library(), { ...config, mayLoseChanges: true }, testLog("library"));
  await service.close();
});

describe("a division on a server of its own", () => {
  let folder: string;
  let server: EmbeddedPostgres;
  let service: RunningService;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "huu-nghi-durable-"));
    server = await startPostgres({ dataDir: folder, durable: true });
    const url = new URL(server.superuserUrl);
    url.pathname = "/library";
    const urls = { owner: url.href, writer: url.href, reader: url.href };
    service = await serveDivision(library(), { host: "127.0.0.1", port: 0, logLevel: "silent", urls, serverUrl: server.superuserUrl, keys: testKeys }, testLog("library"));
  }, 60_000);
  afterAll(async () => {
    await service.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }, 60_000);

  const readiness = async () => {
    const { status, reason } = (await (await fetch(service.url.replace("graphql", "health/ready"))).json()) as { status: string; reason?: string };
    return reason ?? status;
  };
  const becomes = async (expected: string) => {
    for (const until = Date.now() + 10_000; Date.now() < until && (await readiness()) !== expected; ) await wait(200);
    expect(await readiness()).toBe(expected);
  };
  const asAdministrator = (...statements: string[]) =>
    withClient(server.superuserUrl, async client => {
      for (const statement of statements) await client.query(statement);
    });

  it.each([
    ["fsync", ["alter system set fsync = off", "select pg_reload_conf()"], ["alter system reset fsync", "select pg_reload_conf()"], "alter system set fsync = on;"],
    ["synchronous_commit", ["alter role postgres set synchronous_commit = off"], ["alter role postgres reset synchronous_commit"], "alter role postgres reset synchronous_commit;"],
    ["synchronous_commit", ["alter database library set synchronous_commit = off"], ["alter database library reset synchronous_commit"], "alter database library reset synchronous_commit;"],
    ["synchronous_commit", ["alter role postgres in database library set synchronous_commit = off"], ["alter role postgres in database library reset synchronous_commit"], "alter role postgres in database library reset synchronous_commit;"],
  ])("is not ready while %s is switched off under it: %j", async (name, off, on, remedy) => {
    await becomes("ready");
    await asAdministrator(...off);
    await becomes(`PostgreSQL has ${name} switched off, so that changes it has acknowledged can be lost.`);
    const url = new URL(server.superuserUrl);
    url.pathname = "/library";
    const database = await openDatabase(library(), { owner: url.href, writer: url.href, reader: url.href });
    await expect(refuseLossyServer(database.writer)).rejects.toThrow(remedy);
    await database.close();
    await asAdministrator(...on);
    await becomes("ready");
  }, 60_000);
});

it("an older program against a newer schema says so and changes nothing", async () => {
  await withClient(test.urls.owner, client => client.query("insert into migration (timestamp, name) values (9999999999999, 'Later9999999999999')"));
  await expect(migrate(library(), test.urls, null, testLog("library"))).rejects.toThrow("migrated by a newer version (Later9999999999999), which this one does not know");
});
