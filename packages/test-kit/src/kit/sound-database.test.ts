import { migrate, serveDivision } from "@huu-nghi/subgraph-kit";
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
  await expect(serveDivision(library(), config, testLog("library"))).rejects.toThrow(/fsync and full_page_writes and synchronous_commit switched off.*alter system set fsync = on;.*DATABASE_MAY_LOSE_CHANGES=yes/);
  const service = await serveDivision(library(), { ...config, mayLoseChanges: true }, testLog("library"));
  await service.close();
});

it("an older program against a newer schema says so and changes nothing", async () => {
  await withClient(test.urls.owner, client => client.query("insert into migration (timestamp, name) values (9999999999999, 'Later9999999999999')"));
  await expect(migrate(library(), test.urls, null, testLog("library"))).rejects.toThrow("migrated by a newer version (Later9999999999999), which this one does not know");
});
