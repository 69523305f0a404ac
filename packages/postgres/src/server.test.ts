import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runningProcesses } from "@huu-nghi/test-kit";
import { Client } from "pg";
import { isRoot, unprivilegedAccount } from "./account";
import { packageFolder } from "./binaries";
import { outsideFolder } from "./data-folder";
import { commandLineOf, identityOf, isAlive, pause } from "./processes";
import { connectOrStart, provision, startPostgres } from "./index";

jest.setTimeout(60_000); // servers are really started, and killed

const options = { durable: false, startedBy: "a test" };
const nobody = () => unprivilegedAccount(readFileSync("/etc/passwd", "utf8"));

let folder: string;
let dataDir: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "huu-nghi-postgres-"));
  chmodSync(folder, 0o755);
  dataDir = join(folder, "data");
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  await nothingRuns();
  rmSync(folder, { recursive: true, force: true });
});

describe("the embedded server", () => {
  it("starts, answers, and keeps the data and the port for the next start", async () => {
    const first = await startPostgres({ ...options, dataDir });
    const { associations } = await provision(first, ["associations", "foreign-relations"]);
    await query(associations?.ownerUrl, "create extension unaccent; create extension pg_trgm; create table kept (id int)");
    await first.stop();
    expect(await nothingRuns()).toEqual([]);

    await using second = await startPostgres({ ...options, dataDir });
    const again = await provision(second, ["associations", "foreign-relations"]);
    expect(again["associations"]).toEqual(associations);
    expect(await query(associations?.ownerUrl, "select count(*)::int as n from kept")).toEqual([{ n: 0 }]);
    expect(await query(second.superuserUrl, "select rolname from pg_roles where rolname like '%s_owner' and not rolsuper order by 1")).toEqual([
      { rolname: "associations_owner" },
      { rolname: "foreign_relations_owner" },
    ]);
    await expect(query(second.urlFor("foreign_relations_reader", "associations"), "select 1")).rejects.toThrow(/permission denied for database/);
  });

  it("is told from a second start, which says who runs it, and is used by other commands", async () => {
    await using server = await startPostgres({ ...options, dataDir });
    await expect(startPostgres({ ...options, dataDir })).rejects.toThrow(
      new RegExp(`in use by a test \\(process ${process.pid}\\).*127.0.0.1:${server.port}.*DATA_DIR=`),
    );
    const guest = await connectOrStart({ ...options, dataDir });
    expect(guest).toMatchObject({ owned: false, port: server.port });
    await guest.stop();
    expect(await query(server.superuserUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("lets one of two starts at once win", async () => {
    const outcomes = await Promise.allSettled([1, 2].map(() => startPostgres({ ...options, dataDir })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const outcome of outcomes) if (outcome.status === "fulfilled") await outcome.value.stop();
  });

  it("is shut down when its starter is killed, and starts again", async () => {
    const { launcher } = await startInChild(dataDir);
    launcher.kill("SIGKILL");
    await until(async () => (await running()).length === 0);
    await using server = await startPostgres({ ...options, dataDir });
    expect(await query(server.superuserUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("starts again when starter and watchdog were killed and the old server still runs", async () => {
    const { launcher, pids } = await startInChild(dataDir);
    const watchdog = pids.find(pid => commandLineOf(pid).includes("watchdog"));
    process.kill(watchdog ?? 0, "SIGKILL");
    launcher.kill("SIGKILL");
    await pause(200);
    expect(await running()).not.toEqual([]);
    await using server = await startPostgres({ ...options, dataDir });
    expect(await query(server.superuserUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("is not kept from starting by what earlier, killed starts left behind", async () => {
    const cluster = join(dataDir, "postgres");
    mkdirSync(`${cluster}.unfinished-1/cluster`, { recursive: true });
    chmodSync(dataDir, 0o711);
    await (await startPostgres({ ...options, dataDir })).stop();
    const owner = isRoot() ? nobody() : undefined;
    // The pid of another living process of the same user stops PostgreSQL itself.
    const other = spawn("sleep", ["60"], { ...owner });
    started.push(other);
    writeFileSync(join(cluster, "postmaster.pid"), `${other.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`);
    writeFileSync(join(dataDir, "postgres.lock"), JSON.stringify({ pid: other.pid, identity: `not ${identityOf(other.pid ?? 0)}`, startedBy: "a dead one" }));
    await using server = await startPostgres({ ...options, dataDir });
    expect(await query(server.superuserUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(readdirSync(dataDir).filter(name => /unfinished|void/.test(name))).toEqual([]);
  });

  it("names the supported platforms on another", () => {
    expect(() => packageFolder("win32-x64")).toThrow(/win32-x64, only for darwin-arm64, .*DATABASE_URL/);
  });
});

// Both need root: one to hide a folder from PostgreSQL's account, one to become an ordinary user.
(isRoot() ? describe : describe.skip)("the embedded server, started by root", () => {
  it("puts its files elsewhere when its account may not enter the data folder", async () => {
    chmodSync(folder, 0o700);
    const server = await startPostgres({ ...options, dataDir });
    expect(dirname(dirname(server.cluster))).toBe(outsideFolder);
    await server.stop();
    const again = await startPostgres({ ...options, dataDir });
    expect(again.cluster).toBe(server.cluster);
    await again.stop();
    rmSync(dirname(server.cluster), { recursive: true });
  });

  it("also serves an ordinary user, and root after that user", async () => {
    const { uid, gid } = nobody();
    chownSync(folder, uid, gid);
    const { launcher } = await startInChild(dataDir, { uid, gid });
    launcher.stdin?.end();
    await until(async () => (await running()).length === 0);
    await using server = await startPostgres({ ...options, dataDir });
    expect(await query(server.superuserUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  });
});

/** A starter of its own, which a test may kill. It runs the built package, as jest compiles for itself only. */
async function startInChild(dir: string, account: { uid?: number; gid?: number } = {}): Promise<{ launcher: ChildProcess; pids: number[] }> {
  const program = `
    const { startPostgres } = require(${JSON.stringify(join(__dirname, "../dist/index.js"))});
    startPostgres({ dataDir: ${JSON.stringify(dir)}, durable: false }).then(server => {
      console.log("ready");
      process.stdin.resume().on("end", () => server.stop().then(() => process.exit()));
    });`;
  const launcher = spawn(process.execPath, ["-e", program], { ...account, stdio: ["pipe", "pipe", "inherit"] });
  started.push(launcher);
  await new Promise((resolve, reject) => {
    launcher.stdout?.once("data", resolve);
    launcher.once("exit", code => reject(new Error(`The child ended with ${code}; has the package been built?`)));
  });
  return { launcher, pids: await running() };
}

/** The servers and watchdogs whose command line names the test's folder. */
function running(): Promise<number[]> {
  const ours = runningProcesses().filter(({ line }) => line.includes(join(folder, "data")) && /watchdog|postgres -D/.test(line));
  return Promise.resolve(ours.map(({ pid }) => pid).filter(isAlive));
}

async function nothingRuns(): Promise<number[]> {
  for (let waited = 0; waited < 10_000 && (await running()).length > 0; waited += 100) await pause(100);
  return running();
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; !(await condition()); await pause(50)) {
    if (Date.now() > deadline) throw new Error("This does not come about.");
  }
}

async function query(url: string | undefined, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql) as { rows: unknown[] }).rows;
  } finally {
    await client.end();
  }
}
