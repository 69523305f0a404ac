import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, verifyHistory } from "@huu-nghi/subgraph-kit";
import { databaseText, keepOutput, withClient, type TestSupergraph } from "@huu-nghi/test-kit";
import { divisions, testSupergraph } from "./system";

/* A person whom all divisions know: what they hold is given out together, is erased in all of them, and an older backup brings nothing of it back. */
jest.setTimeout(240_000);

const launcher = join(__dirname, "../packages/launcher/run.mjs");
const names = divisions.map(({ name }) => name);

let graph: TestSupergraph;
let folder: string;
beforeAll(async () => {
  graph = await testSupergraph({ records: true });
  folder = mkdtempSync(join(tmpdir(), "huu-nghi-erasure-"));
  chmodSync(folder, 0o755); // started by root, PostgreSQL runs as somebody who must get in
});
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const urlsOf = (name: string) => graph.divisions[name]!.urls;
const sqlIn = (name: string, text: string, values: unknown[] = []) => withClient(urlsOf(name).owner, client => client.query(text, values));
const everything = () => Promise.all(names.map(name => databaseText(urlsOf(name).owner)));
const faults = async () => {
  const found = await Promise.all(
    divisions.map(async division => {
      const database = await openDatabase(division, urlsOf(division.name));
      return (await verifyHistory(database.reader).finally(database.close)).faults;
    }),
  );
  return found.flat();
};

const run = (...args: string[]) => {
  const environment = {
    // eslint-disable-next-line no-restricted-syntax -- what the started process inherits, not configuration of ours
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_ENV$|JEST_|HOST$|PORT$|DATA_DIR$|GATEWAY_KEYS|ERASURES|.*DATABASE_URL$)/.test(name))),
    ...Object.fromEntries(names.flatMap(name => Object.entries(urlsOf(name)).map(([login, url]) => [`${name.toUpperCase().replaceAll("-", "_")}_${login === "owner" ? "DATABASE" : login.toUpperCase()}_URL`, url]))),
    INIT_CWD: folder,
    DATA_DIR: join(folder, "data"),
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { env: environment, encoding: "utf8" });
  keepOutput("erasure", stdout + stderr);
  return { status, told: stdout + stderr };
};

const admin = { role: "admin", unions: ["*"] } as never;
const telling = /Tuyết Mẫu|T[.] Mẫu|000 765 432/;

const known = async (): Promise<string> => {
  const input = { idempotencyKey: "one", fullName: "Tuyết Mẫu", details: { phone: "+84 000 765 432" }, membership: { association: "vinh-phuc:la", since: "2016" } };
  const { data, errors } = await graph.run("mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id } } }", { input }, admin);
  expect(errors).toBeUndefined();
  const { id } = data.createPerson.person as { id: string };
  await sqlIn("foreign-relations", "insert into delegation_member select id, 1, 'HEAD', $1, 'T. Mẫu' from delegation order by id limit 1", [id]);
  await sqlIn("foreign-relations", "insert into award_recipient select id, 1, $1, 'T. Mẫu' from award order by id limit 1", [id]);
  await sqlIn("foreign-relations", "update award_recipient set printed_name = 'Tuyết Mẫu' where person_id = $1", [id]);
  await sqlIn("ngo-aid", "insert into foreign_ngo (id, name_vi, kind) values ('mau', 'Tổ chức mẫu', 'NGO')");
  await sqlIn("ngo-aid", "insert into ngo_representative (ngo_id, place, person_id, printed_name, since) values ('mau', 1, $1, 'T. Mẫu', '2015')", [id]);
  return id;
};

it("gives out together what all divisions hold, erases it in all of them, and an older backup brings nothing back", async () => {
  const person = await known();
  const held = await graph.run(
    `query ($id: ID!, $why: String!) { person(id: $id) { ${["Associations", "ForeignRelations", "NgoAid"].map(name => `dataHeldBy${name}(reason: $why) { name rows json }`).join(" ")} } }`,
    { id: person, why: "The person asked for it" },
    admin,
  );
  expect(held.errors).toBeUndefined();
  const sections = Object.values(held.data.person as Record<string, { name: string; rows: number; json: string }[]>).flat();
  expect(Object.fromEntries(sections.filter(({ name }) => !["accessLog", "history", "statements"].includes(name)).map(({ name, rows }) => [name, rows]))).toMatchObject({ person: 1, memberships: 1, delegations: 1, awards: 1, ngoRepresentatives: 1 });
  expect(JSON.parse(sections.find(({ name }) => name === "awards")!.json)).toMatchObject([{ personId: person, printedName: "Tuyết Mẫu" }]);

  expect(run("backup", "before.tar")).toMatchObject({ status: 0 });
  for (const text of await everything()) expect(text).toMatch(telling);

  expect(run("erase", "--person", person, "--reason", "Asked for by letter")).toMatchObject({ status: 0, told: expect.stringMatching(/associations: 2 rows[^]*foreign-relations: 2 rows[^]*ngo-aid: 1 rows/) as string });
  for (const text of await everything()) expect(text).not.toMatch(telling);
  expect(await faults()).toEqual([]);
  const erased = await everything();
  expect(run("erase", "--person", person, "--reason", "Asked for by letter")).toMatchObject({ status: 0 });
  expect(await everything()).toEqual(erased);
  expect(readFileSync(join(folder, "data/erasures.log"), "utf8")).toContain(person);
  expect((await graph.run("query ($id: ID!) { person(id: $id) { id } }", { id: person }, admin)).data).toEqual({ person: null });

  await Promise.all(names.map(name => graph.divisions[name]!.stop()));
  for (const name of names) await sqlIn(name, "delete from erased_person");
  expect(run("restore", "before.tar", "--replace")).toMatchObject({ status: 0, told: expect.stringMatching(/1 persons were erased until now, and stay erased/) as string });
  for (const text of await everything()) expect(text).not.toMatch(telling);
  expect(await faults()).toEqual([]);
});
