import { fork, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operations } from "@huu-nghi/contract";
import { composeSupergraph, startGateway } from "@huu-nghi/gateway";
import { buildDivisionSchema, serveDivision } from "@huu-nghi/subgraph-kit";
import { ask, asSuperuser, databaseContent, keepOutput, testDatabase, testKeys, testLog, withClient, type GraphqlAnswer, type TestDatabase } from "@huu-nghi/test-kit";
import { divisions } from "./system";

/*
 * The drill: all divisions with their records and a demo union are backed up by command, their databases dropped, and
 * brought back by command. What is there then is what was there; whatever goes wrong on the way leaves all as it was.
 */
jest.setTimeout(240_000);

const launcher = join(__dirname, "../packages/launcher/run.mjs");
const mainOf = (division: string) => join(__dirname, "../subgraphs", division, "dist/main.js");

let folder: string;
let file: string;
let databases: TestDatabase[];
let before: unknown[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "huu-nghi-drill-"));
  chmodSync(folder, 0o755); // started by root, PostgreSQL runs as somebody who must get in
  file = join(folder, "friday.tar");
  databases = await Promise.all(divisions.map(division => testDatabase(division, { records: true, demo: 1 })));
  // Something whose history is not that of its first loading.
  await sqlIn(0, "update friendship_union set name_en = 'Union of Dong Nai' where id = 'dong-nai'");
  before = await contents();
});
afterAll(async () => {
  await Promise.all(databases.map(each => each[Symbol.asyncDispose]()));
  rmSync(folder, { recursive: true });
});

const sqlIn = (at: number, sql: string) => withClient(databases[at]!.urls.owner, client => client.query(sql));
const contents = () => Promise.all(databases.map(({ urls }) => databaseContent(urls.owner)));

/** Nothing of the npm that runs this test, and the databases of this test. */
const environment = (): NodeJS.ProcessEnv => ({
  // eslint-disable-next-line no-restricted-syntax -- what the started process inherits, not configuration of ours
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_ENV$|JEST_|HOST$|PORT$|DATA_DIR$|GATEWAY_KEYS|.*DATABASE_URL$)/.test(name))),
  ...Object.fromEntries(divisions.flatMap(({ name }, at) => Object.entries(databases[at]!.urls).map(([login, url]) => [`${name.toUpperCase().replaceAll("-", "_")}_${login === "owner" ? "DATABASE" : login.toUpperCase()}_URL`, url]))),
  INIT_CWD: folder,
});

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { env: environment(), encoding: "utf8" });
  keepOutput("backup-drill", stdout + stderr);
  return { status, told: stdout + stderr };
};

const dropAll = () =>
  asSuperuser(async client => {
    for (const { urls } of databases) {
      const { pathname, username } = new URL(urls.owner);
      await client.query(`drop database ${pathname.slice(1)} with (force)`);
      await client.query(`create database ${pathname.slice(1)} owner ${username}`);
    }
  });

/** What every operation of the dashboards answers, over these databases. */
const answers = async () => {
  const services = await Promise.all(
    divisions.map((division, at) => serveDivision(division, { host: "127.0.0.1", port: 0, logLevel: "silent", urls: databases[at]!.urls, serverUrl: null, keys: testKeys, mayLoseChanges: true }, testLog(division.name))),
  );
  const { supergraphSdl } = composeSupergraph(divisions.map((division, at) => ({ name: division.name, sdl: buildDivisionSchema(division).sdl, url: services[at]!.url })));
  const gateway = await startGateway({ supergraphSdl, keys: testKeys, log: testLog("gateway") });
  try {
    const answered: Record<string, unknown> = {};
    for (const { name, text, variables } of operations()) answered[name] = await ask(gateway.url, text, variables);
    return answered;
  } finally {
    await gateway.close();
    await Promise.all(services.map(service => service.close()));
  }
};

/** Until PostgreSQL has noticed that a process was killed. */
const leftAlone = async () => {
  const names = databases.map(({ urls }) => new URL(urls.owner).pathname.slice(1));
  const connected = () => asSuperuser(async client => (await client.query("select from pg_stat_activity where datname = any($1)", [names])).rowCount);
  while ((await connected()) !== 0) await new Promise(resolve => setTimeout(resolve, 50));
};

const killed = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    child.once("close", (code, signal) => (signal === "SIGKILL" ? resolve() : reject(new Error(`it ended by itself, with ${code}`))));
  });

it("brings all divisions back as they were", async () => {
  const answered = await answers();
  expect(Object.entries(answered).filter(([, answer]) => (answer as GraphqlAnswer).errors)).toEqual([]);

  expect(run("backup", "friday.tar")).toMatchObject({ status: 0, told: expect.stringMatching(/ngo-aid: \d+ rows of \d+ tables, written and read through again/) as string });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(run("backup", "friday.tar")).toMatchObject({ status: 1, told: expect.stringMatching(/friday\.tar is there already/) as string });
  expect(await contents()).toEqual(before);

  await dropAll();
  expect(run("restore", "friday.tar")).toMatchObject({ status: 0, told: expect.stringMatching(/Restored associations, foreign-relations, ngo-aid from .*friday\.tar/) as string });
  expect(await contents()).toEqual(before);
  expect(await answers()).toEqual(answered);
  expect(readdirSync(folder)).toEqual(["friday.tar"]);
});

it("puts the records of the backup in the place of others, when told to", async () => {
  await sqlIn(0, "update friendship_union set name_en = 'Another' where id = 'dong-nai'");
  await sqlIn(2, "delete from disbursement");
  const changed = await contents();
  expect(run("restore", "friday.tar")).toMatchObject({ status: 1, told: expect.stringMatching(/^(?=[^]*associations holds \d+ rows)(?=[^]*ngo-aid holds \d+ rows)[^]*Nothing was restored/) as string });
  expect(await contents()).toEqual(changed);
  expect(run("restore", "friday.tar", "--replace")).toMatchObject({ status: 0 });
  expect(await contents()).toEqual(before);
});

it("refuses what is no whole backup before it touches anything", async () => {
  const bad = join(folder, "bad.tar");
  const good = readFileSync(file);
  const refused = (reason: RegExp) => expect(run("restore", "bad.tar", "--replace")).toMatchObject({ status: 1, told: expect.stringMatching(reason) as string });
  writeFileSync(bad, good);
  truncateSync(bad, good.length - 600);
  refused(/bad\.tar cannot be restored: it ends too early\. Nothing has been changed\./);
  writeFileSync(bad, good.map((byte, at) => (at === good.length >> 1 ? byte ^ 1 : byte)));
  refused(/it was altered/);
  writeFileSync(bad, "");
  refused(/it is empty/);
  expect(await contents()).toEqual(before);
});

it("touches no division when another one cannot be restored", async () => {
  await sqlIn(1, "insert into migration (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')");
  const changed = await contents();
  expect(run("restore", "friday.tar", "--replace")).toMatchObject({ status: 1, told: expect.stringMatching(/The database has migrations of foreign-relations that this program does not know: FromTheFuture9999999999999[^]*Nothing was restored/) as string });
  expect(await contents()).toEqual(changed);
  await sqlIn(1, "delete from migration where name = 'FromTheFuture9999999999999'");
});

it("leaves all as it was when a division is killed just before it commits", async () => {
  await sqlIn(0, "delete from membership");
  const changed = await contents();
  const section = join(folder, "associations.gz");
  expect(spawnSync(process.execPath, [mainOf("associations"), "backup", section], { env: environment() }).status).toBe(0);
  await sqlIn(0, "delete from congress");
  const now = await contents();
  expect(now).not.toEqual(changed);
  const child = fork(mainOf("associations"), ["restore", section, "--replace"], { env: environment(), silent: true });
  child.on("message", message => ((message as { step: string }).step === "loaded" ? child.kill("SIGKILL") : child.send({ type: "go" })));
  await killed(child);
  await leftAlone();
  expect(await contents()).toEqual(now);
});

it("leaves all as it was when the command is killed among its divisions, and is done by the next try", async () => {
  const now = await contents();
  const child = spawn(process.execPath, [launcher, "restore", "friday.tar", "--replace"], { env: environment(), stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.on("data", chunk => void (String(chunk).includes("rows restored") && child.kill("SIGKILL")));
  await killed(child);
  await leftAlone();
  expect(await contents()).toEqual(now);
  expect(run("restore", "friday.tar", "--replace")).toMatchObject({ status: 0 });
  expect(await contents()).toEqual(before);
});
