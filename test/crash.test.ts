import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { associations } from "@huu-nghi/associations";
import { FallingSystem } from "./crash-divisions.fixture";
import { findingsOf } from "./crash-findings.fixture";
import { FallingPostgres } from "./crash-postgres.fixture";
import { Writers } from "./crash-writers.fixture";
import { divisions } from "./system";

/*
 * PostgreSQL and divisions are killed while people write, and what was acknowledged is counted. Everything is as npm
 * start runs it: processes of their own, and a PostgreSQL that waits for the disk.
 */
jest.setTimeout(300_000); // less than one minute on an idle machine; other tests run beside it

const falls = 5;
const writerCount = 8;

let folder: string;
let postgres: FallingPostgres;
let system: FallingSystem | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "huu-nghi-crash-"));
  chmodSync(folder, 0o755); // started by root, PostgreSQL runs as somebody who must get in
  postgres = await FallingPostgres.start(join(folder, "data"));
});

afterEach(async () => {
  await system?.stop();
  system = undefined;
});

afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const tell = (line: string) => void process.stdout.write(`\n  ${line}\n`);

it("PostgreSQL and divisions that are killed in mid-write lose nothing that was acknowledged", async () => {
  system = await FallingSystem.start(folder, postgres, divisions);
  const writers = new Writers(system, "kept");
  writers.start(writerCount);
  try {
    await writers.progress(10);
    for (let fall = 0; fall < falls; fall += 1) {
      await pause(Math.random() * 100);
      await postgres.fall();
      await postgres.startAgain();
      // All find their database again by themselves, and whoever was killed before is back, or it could not be killed again.
      await writers.progress(10);
      const falling = system.divisions[fall % divisions.length]!;
      falling.fall();
      await writers.progress(10, system.divisions.filter(each => each !== falling));
    }
    await writers.progress(10);
  } finally {
    await writers.stop();
  }
  const { writes } = writers;
  const before = await findingsOf(postgres, system, "kept", writes);
  tell(`${before.acknowledged} changes acknowledged over ${falls} falls of PostgreSQL and ${falls} of a division: ${before.lost.length} lost. ${before.unacknowledged} not acknowledged, ${before.done.length} of them done: ${before.half.length} half.`);
  expect(before).toMatchObject({ lost: [], half: [], strange: [], faults: [] });

  // Whoever got no answer sends it again, and it is there once, whether it was done before or not; whoever got one gets it again.
  const answered = writes.filter(({ acknowledged }) => acknowledged !== undefined).slice(-40);
  const unanswered = writes.filter(({ acknowledged }) => acknowledged === undefined);
  expect(unanswered.length).toBeGreaterThan(falls);
  const answers = answered.map(({ acknowledged }) => acknowledged);
  await writers.send([...unanswered, ...answered], writerCount);
  expect(answered.map(({ acknowledged }) => acknowledged)).toEqual(answers);
  expect(await findingsOf(postgres, system, "kept", writes)).toEqual({ acknowledged: writes.length, unacknowledged: 0, lost: [], done: [], half: [], strange: [], faults: [] });
  expect([...new Set(writes.flatMap(({ refusals }) => refusals))].sort()).toEqual(["OVERLOADED", "SUBGRAPH_UNAVAILABLE"]);
});

it("the same count finds what is lost on a PostgreSQL that acknowledges before it has written", async () => {
  await postgres.acknowledgeTooEarly();
  system = await FallingSystem.start(folder, postgres, [associations], { DATABASE_MAY_LOSE_CHANGES: "yes" });
  const writers = new Writers(system, "lost");
  writers.start(writerCount);
  await writers.progress(30);
  await postgres.fall();
  await writers.stop();
  await postgres.startAgain();
  const findings = await findingsOf(postgres, system, "lost", writers.writes);
  tell(`With synchronous_commit = off: ${findings.acknowledged} changes acknowledged, ${findings.lost.length} lost.`);
  expect(findings.lost.length).toBeGreaterThan(0);
  expect(findings).toMatchObject({ half: [], strange: [], faults: [] });
});
