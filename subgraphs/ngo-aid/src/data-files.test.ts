import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadRecords, openDatabase, type Database } from "@huu-nghi/subgraph-kit";
import { testDatabase, type TestDatabase } from "@huu-nghi/test-kit";
import { ngoAid } from "./ngo-aid";

let test: TestDatabase;
let database: Database;
const folder = mkdtempSync(path.join(tmpdir(), "ngo-aid-data-"));
beforeAll(async () => {
  test = await testDatabase(ngoAid);
  database = await openDatabase(ngoAid, test.urls);
}, 60_000);
afterAll(async () => {
  await database.close();
  await test[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const loading = (entries: string) => {
  mkdirSync(path.join(folder, "data"), { recursive: true });
  writeFileSync(path.join(folder, "data", "broken.yaml"), `source: here\nsources: [{ id: here, title: Here }]\n${entries}\n`);
  return loadRecords({ ...ngoAid, folder }, database.writer, () => undefined);
};
const project = "id: p, union: u, code: A, title: { en: A }, status: RUNNING";
const percentages = "sectors: [{ sector: a, percentage: 70 }, { sector: b, percentage: \"30.1\" }]";

describe("a data file is refused, with file, entry and field, when", () => {
  it.each([
    ["percentages are more than 100 together", `aidProjects: [{ ${project}, ${percentages} }]`, "aidProjects[0] (p), field sectors: the percentages are more than 100"],
    ["an amount has more digits than its currency", 'commitments: [{ id: c, project: p, amount: "1.5", currency: VND, signedOn: "2023-01-01" }]', "commitments[0] (c), field amount: the amount has more digits"],
    ["a currency does not exist", 'disbursements: [{ id: d, project: p, amount: 1, currency: ABC, paidOn: "2023-01-01" }]', "disbursements[0] (d), field currency"],
    ["an amount has a comma", 'disbursements: [{ id: d, project: p, amount: "109,841", currency: VND, paidOn: "2023-01-01" }]', "disbursements[0] (d), field amount"],
    ["a first promise is negative", 'commitments: [{ id: c, project: p, amount: "-1", currency: VND, signedOn: "2023-01-01" }]', "commitments[0] (c), field amount: only a REVISION"],
    ["a rate is not more than 0", 'exchangeRates: [{ currency: USD, vndPerUnit: 0, validFrom: "2023-01-01", validTo: "2023-12-31", kind: OTHER }]', "exchangeRates[0], field vndPerUnit"],
    ["a rate is one of VND", 'exchangeRates: [{ currency: VND, vndPerUnit: 1, validFrom: "2023-01-01", validTo: "2023-12-31", kind: OTHER }]', "exchangeRates[0], field currency"],
    ["it names an NGO that is not there", `aidProjects: [{ ${project}, ngos: [{ ngo: nobody }] }]`, "aidProjects (p), field ngo_id"],
  ])("%s", async (_, entries, message) => {
    await expect(loading(entries)).rejects.toThrow(message);
  });
});

it("the database itself refuses shares of more than the whole, whoever writes them", async () => {
  await loading(`aidProjects: [{ ${project} }]\nsectors: [{ code: a, name: { en: A } }, { code: b, name: { en: B } }]`);
  await database.writer.query("insert into aid_project_sector (project_id, sector_code, percentage) values ('p', 'a', 70)");
  await expect(database.writer.query("insert into aid_project_sector (project_id, sector_code, percentage) values ('p', 'b', 30.1)")).rejects.toThrow("add up to 100.1, more than 100");
  await database.writer.query("insert into aid_project_sector (project_id, sector_code, percentage) values ('p', 'b', 30)");
});
