import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgres, type EmbeddedPostgres } from "@huu-nghi/postgres";
import { announceTestServer } from "./config";

declare global {
  var testPostgres: { server: EmbeddedPostgres; folder: string } | undefined;
}

/** One real PostgreSQL for all tests of a run; it may forget everything when it falls, which makes it fast. */
export default async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "huu-nghi-test-"));
  const server = await startPostgres({ dataDir: folder, durable: false });
  globalThis.testPostgres = { server, folder };
  announceTestServer(server.superuserUrl);
};
