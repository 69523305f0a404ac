import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgres, type EmbeddedPostgres } from "@huu-nghi/postgres";
import { announceTestLog, announceTestServer } from "./config";
import { plant } from "./planted";

declare global {
  var testPostgres: { server: EmbeddedPostgres; folder: string } | undefined;
}

/** One real PostgreSQL for all tests of a run; it may forget everything when it falls, which makes it fast. And one log. */
export default async () => {
  announceTestLog(mkdtempSync(path.join(tmpdir(), "huu-nghi-test-log-")));
  const folder = mkdtempSync(path.join(tmpdir(), "huu-nghi-test-"));
  const server = await startPostgres({ dataDir: folder, durable: false });
  globalThis.testPostgres = { server, folder };
  announceTestServer(server.superuserUrl);
  plant("password", decodeURIComponent(new URL(server.superuserUrl).password));
};
