import { copyFileSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { testLogFolder } from "./config";
import { judge, scanFolder } from "./log-scan";

/** Of jest's configuration, what says which tests were asked for. */
interface Run {
  rootDir: string;
  testPathPatterns: { patterns: string[] };
  testNamePattern?: string;
  onlyChanged: boolean;
  shard?: unknown;
}

const isWhole = ({ testPathPatterns, testNamePattern, onlyChanged, shard }: Run) => testPathPatterns.patterns.length === 0 && !testNamePattern && !onlyChanged && !shard;

const readLog = (run: Run) => {
  const folder = testLogFolder();
  const scan = scanFolder(folder);
  rmSync(folder, { recursive: true, force: true });
  const system = ["gateway", ...readdirSync(path.join(run.rootDir, "subgraphs"))];
  process.stdout.write(`${judge(scan, isWhole(run) ? system : [])}\n`);
};

/** Ends the PostgreSQL of the run, and reads through what its processes logged: a leak fails the run, whatever the tests say. */
export default async (run: Run) => {
  const running = globalThis.testPostgres;
  if (!running) return;
  await running.server.stop();
  copyFileSync(path.join(running.folder, "postgres.log"), path.join(testLogFolder(), "postgres.log"));
  rmSync(running.folder, { recursive: true, force: true });
  readLog(run);
};
