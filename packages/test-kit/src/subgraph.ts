import type { Viewer } from "@huu-nghi/identity";
import type { RunningService } from "@huu-nghi/service-kit";
import { serveDivision, type Division } from "@huu-nghi/subgraph-kit";
import { askSigned, type GraphqlAnswer } from "./graphql-client";
import { testDatabase, type Content, type TestDatabase } from "./test-database";
import { plant } from "./planted";
import { testLog } from "./test-log";
import { testKey, testKeys } from "./viewers";

/** A running division with a database of its own. */
export interface TestSubgraph extends AsyncDisposable {
  url: string;
  urls: TestDatabase["urls"];
  /** Asks as the gateway does, for a visitor or for somebody. */
  run: (query: string, variables?: Record<string, unknown>, viewer?: Viewer) => Promise<GraphqlAnswer>;
  /** The SQL statements that were sent while `work` ran. */
  statements: (work: () => Promise<unknown>) => Promise<string[]>;
  /** Ends the process's service and leaves its address behind, as a fallen division does. */
  stop: () => Promise<void>;
}

/** A division, migrated, filled and listening; it ends with its scope, or in `afterAll`. */
export const testSubgraph = async (division: Division, content: Content = {}): Promise<TestSubgraph> => {
  plant("key", testKey.secret);
  const database = await testDatabase(division, content);
  const heard: string[] = [];
  const config = { host: "127.0.0.1", port: 0, logLevel: "silent", urls: database.urls, serverUrl: null, keys: testKeys, mayLoseChanges: true };
  let service: RunningService;
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= service.close());
  try {
    service = await serveDivision(division, config, testLog(division.name), sql => void heard.push(sql));
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
  return {
    url: service.url,
    urls: database.urls,
    run: (query, variables, viewer) => askSigned(service.url, testKey, query, variables, viewer),
    statements: async work => {
      const before = heard.length;
      await work();
      return heard.slice(before);
    },
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop();
      await database[Symbol.asyncDispose]();
    },
  };
};
