import { openDatabase, verifyHistory } from "@huu-nghi/subgraph-kit";
import { testDatabase } from "@huu-nghi/test-kit";
import { divisions } from "./system";

it.each(divisions)("the demo of $name is in no history, and a check of the history takes it for what it is", async division => {
  await using test = await testDatabase(division, { demo: 1 });
  const database = await openDatabase(division, test.urls);
  try {
    expect(await database.reader.query("select distinct row_type from history where action <> 'migrate'")).toEqual([]);
    expect((await verifyHistory(database.reader)).faults).toEqual([]);
  } finally {
    await database.close();
  }
}, 60_000);
