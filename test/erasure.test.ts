import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, verifyHistory } from "@huu-nghi/subgraph-kit";
import { databaseText, keepOutput, withClient, type TestSupergraph } from "@huu-nghi/test-kit";
import { divisions, testSupergraph } from "./system";

/* A person whom all divisions know, by the ids of two records that were merged: what they hold is given out together, is erased in all of them, and a backup from before the merge brings nothing of it back. */
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

let changes = 0;
const changed = async (mutation: string, input: object) => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
  const { data, errors } = await graph.run(`mutation ($input: ${type}) { ${mutation}(input: $input) { person { id } } }`, { input: { idempotencyKey: `change-${(changes += 1)}`, ...input } }, admin);
  expect(errors).toBeUndefined();
  return (data[mutation].person as { id: string }).id;
};

/** Somebody with two records; the other divisions know of the first. */
const known = async (): Promise<[merged: string, kept: string]> => {
  const person = (association: string) => ({ fullName: "Tuyết Mẫu", details: { phone: "+84 000 765 432" }, membership: { association, since: "2016" } });
  const [id, kept] = [await changed("createPerson", person("vinh-phuc:la")), await changed("createPerson", person("dong-nai:la"))];
  await sqlIn("foreign-relations", "insert into delegation_member select id, 1, 'HEAD', $1, 'T. Mẫu' from delegation order by id limit 1", [id]);
  await sqlIn("foreign-relations", "insert into award_recipient select id, 1, $1, 'T. Mẫu' from award order by id limit 1", [id]);
  await sqlIn("foreign-relations", "update award_recipient set printed_name = 'Tuyết Mẫu' where person_id = $1", [id]);
  await sqlIn("ngo-aid", "insert into foreign_ngo (id, name_vi, kind) values ('mau', 'Tổ chức mẫu', 'NGO')");
  await sqlIn("ngo-aid", "insert into ngo_representative (ngo_id, place, person_id, printed_name, since) values ('mau', 1, $1, 'T. Mẫu', '2015')", [id]);
  return [id, kept];
};

it("gives out together what all divisions hold, erases it in all of them, and an older backup brings nothing back", async () => {
  const [merged, person] = await known();
  expect(run("backup", "before.tar")).toMatchObject({ status: 0 });
  await changed("mergePersons", { id: person, version: 1, merged, mergedVersion: 1, reason: "The same telephone" });
  const held = await graph.run(
    `query ($id: ID!, $why: String!) { person(id: $id) { ${["Associations", "ForeignRelations", "NgoAid"].map(name => `dataHeldBy${name}(reason: $why) { name rows json }`).join(" ")} } }`,
    { id: merged, why: "The person asked for it" },
    admin,
  );
  expect(held.errors).toBeUndefined();
  const sections = Object.values(held.data.person as Record<string, { name: string; rows: number; json: string }[]>).flat();
  expect(Object.fromEntries(sections.filter(({ name }) => !["accessLog", "history", "statements"].includes(name)).map(({ name, rows }) => [name, rows]))).toMatchObject({ person: 2, memberships: 2, delegations: 1, awards: 1, ngoRepresentatives: 1 });
  expect(JSON.parse(sections.find(({ name }) => name === "awards")!.json)).toMatchObject([{ personId: merged, printedName: "Tuyết Mẫu" }]);

  for (const text of await everything()) expect(text).toMatch(telling);

  expect(run("erase", "--person", "nobody", "--reason", "Asked for by letter")).toMatchObject({ status: 1, told: expect.stringContaining("no division holds anything of a person nobody") as string });
  expect(run("erase", "--person", merged, "--reason", "Asked for by letter")).toMatchObject({ status: 0, told: expect.stringMatching(/associations: 5 rows[^]*foreign-relations: 2 rows[^]*ngo-aid: 1 rows/) as string });
  for (const text of await everything()) expect(text).not.toMatch(telling);
  expect(await faults()).toEqual([]);
  const erased = await everything();
  expect(run("erase", "--person", person, "--reason", "Asked for by letter")).toMatchObject({ status: 0, told: expect.stringContaining("was erased already") as string });
  expect(await everything()).toEqual(erased);
  const listed = readFileSync(join(folder, "data/erasures.log"), "utf8");
  for (const id of [merged, person]) expect(listed).toContain(id);
  expect(listed).not.toContain("nobody");
  expect((await graph.run("query ($id: ID!) { person(id: $id) { id } }", { id: person }, admin)).data).toEqual({ person: null });

  await Promise.all(names.map(name => graph.divisions[name]!.stop()));
  for (const name of names) await sqlIn(name, "delete from erased_person");
  expect(run("restore", "before.tar", "--replace")).toMatchObject({ status: 0, told: expect.stringMatching(/2 ids of persons who were erased until now stay erased/) as string });
  for (const text of await everything()) expect(text).not.toMatch(telling);
  expect(await faults()).toEqual([]);
});
