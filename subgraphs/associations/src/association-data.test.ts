import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadRecords, openDatabase, type Database } from "@huu-nghi/subgraph-kit";
import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "./associations";

let test: TestSubgraph;
let database: Database;
const folder = mkdtempSync(path.join(tmpdir(), "associations-data-"));
beforeAll(async () => {
  test = await testSubgraph(associations, { records: true });
  database = await openDatabase(associations, test.urls);
}, 60_000);
afterAll(async () => {
  await database.close();
  await test[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const loading = (entries: string) => {
  mkdirSync(path.join(folder, "data"), { recursive: true });
  writeFileSync(path.join(folder, "data", "some.yaml"), `source: here\nsources: [{ id: here, title: Here }]\n${entries}\n`);
  return loadRecords({ ...associations, folder }, database.writer, () => undefined);
};
const branch = (id: string, rest: string) => `{ id: "${id}", association: "dong-nai:jp", name: { vi: Chi hội mẫu }, hostKind: SCHOOL, since: "2015", ${rest} }`;
const congress = (rest: string) => `{ association: "dong-nai:jp", ${rest} }`;

it("a data file holds trees of branches in any order, bodies of congresses, and numbers of an association", async () => {
  await loading(`
branches: [${branch("b", 'parent: a, hostOrganisation: Trường mẫu, locality: Phường mẫu')}, ${branch("a", "")}]
congresses:
  - ${congress('ordinal: 1, heldOn: "2018-05", tenureFrom: 2018, tenureTo: 2023, level: PROVINCIAL, delegates: 150, bodies: [{ kind: EXECUTIVE_COMMITTEE, members: 15 }, { kind: OTHER, name: Ban mẫu }]')}
  - ${congress('ordinal: 2, plannedOn: "2023", tenureFrom: 2023, tenureTo: 2028')}
associationSnapshots: [{ association: "dong-nai:jp", measure: MEMBERSHIPS, statedAsOf: "2014-08", value: 800, qualifier: ABOUT, printed: about 800 members }]`);
  const { data } = await test.run(`{ branch(id: "b") { parent { id } depth hostOrganisation locality } friendshipAssociation(id: "dong-nai:jp") {
    congresses { state level delegates bodies { kind name members } } snapshots { nodes { measure statedAsOf value qualifier asPrinted source { title } } } } }`);
  expect(data).toEqual({
    branch: { parent: { id: "a" }, depth: 1, hostOrganisation: "Trường mẫu", locality: "Phường mẫu" },
    friendshipAssociation: {
      congresses: [
        { state: "HELD", level: "PROVINCIAL", delegates: 150, bodies: [{ kind: "EXECUTIVE_COMMITTEE", name: null, members: 15 }, { kind: "OTHER", name: "Ban mẫu", members: null }] },
        { state: "PLANNED", level: null, delegates: null, bodies: [] },
      ],
      snapshots: { nodes: [{ measure: "MEMBERSHIPS", statedAsOf: "2014-08", value: 800, qualifier: "ABOUT", asPrinted: "about 800 members", source: { title: "Here" } }] },
    },
  });
});

describe("a data file is refused, with file, entry and field, when", () => {
  it.each([
    ["branches are below each other", `branches: [${branch("c", "parent: d")}, ${branch("d", "parent: c")}]`, "branches (c), field parent"],
    ["a branch is below one of another association", `branches: [${branch("a", "")}, ${branch("e", "parent: a").replace("dong-nai:jp", "dong-nai:th")}]`, "branches (e), field parent"],
    ["a tenure ends before it begins", `congresses: [${congress("ordinal: 5, tenureFrom: 2030, tenureTo: 2029")}]`, "congresses[0], field tenureTo"],
    ["tenures overlap", `congresses: [${congress("ordinal: 5, tenureFrom: 2025, tenureTo: 2030")}]`, "the tenure 2025-2030 overlaps 2023-2028, that of congress 2"],
    ["a body has no name of its own", `congresses: [${congress("ordinal: 5, tenureFrom: 2030, tenureTo: 2035, bodies: [{ kind: OTHER }]")}]`, "a body of the kind OTHER needs a name"],
    ["a number is of a union", 'associationSnapshots: [{ association: "dong-nai:jp", measure: ASSOCIATIONS, statedAsOf: "2014", value: 1, printed: one }]', "associationSnapshots[0], field measure"],
  ])("%s", async (_, entries, message) => {
    await expect(loading(entries)).rejects.toThrow(message);
  });
});
