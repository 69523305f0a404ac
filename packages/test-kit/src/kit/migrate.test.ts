import { migrate } from "@huu-nghi/subgraph-kit";
import { randomBytes } from "node:crypto";
import { testServer } from "../config";
import { testLog } from "../test-log";
import { asSuperuser, ensureDivisionLogins, loginUrl, withClient } from "../test-server";
import { library } from "./library.fixture";

const log = testLog("library");

it("runs each migration once when five processes start together, and none the next time", async () => {
  const name = `library_${randomBytes(4).toString("hex")}`;
  await ensureDivisionLogins("library");
  await asSuperuser(client => client.query(`create database ${name} owner library_owner`));
  try {
    const owner = loginUrl("library_owner", name);
    const urls = { owner, writer: owner, reader: owner };
    const run = await Promise.all(Array.from({ length: 5 }, () => migrate(library(), urls, null, log)));
    expect(run.map(({ length }) => length).sort()).toEqual([0, 0, 0, 0, library().migrations.length]);
    expect(await migrate(library(), urls, null, log)).toEqual([]);
    const { rows } = await withClient(owner, client => client.query<{ name: string }>("select name from migration order by id"));
    expect(rows.map(each => each.name)).toEqual(["Foundation1764000000000", "CreateLibrary1764000009000", "AccessLog1764100000000", "History1764200000000", "FigureChanges1764200000500", "GuardHistory1764400000000", "EraseHistory1764400011000", "ErasedPerson1764400011001"]);
  } finally {
    await asSuperuser(client => client.query(`drop database ${name} with (force)`));
  }
});

it("makes database and roles once when five processes start together on an empty server", async () => {
  const name = `lib${randomBytes(4).toString("hex")}`;
  const url = loginUrl(new URL(testServer()).username, name);
  const urls = { owner: url, writer: url, reader: url };
  try {
    const run = await Promise.all(Array.from({ length: 5 }, () => migrate({ ...library(), name }, urls, testServer(), log)));
    expect(run.map(({ length }) => length).sort()).toEqual([0, 0, 0, 0, library().migrations.length]);
  } finally {
    await asSuperuser(client => client.query(`drop database if exists ${name} with (force)`));
  }
});
