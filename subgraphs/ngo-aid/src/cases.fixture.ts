import path from "node:path";
import { loadRecords, openDatabase } from "@huu-nghi/subgraph-kit";
import { ngoAid } from "./ngo-aid";

type Urls = Parameters<typeof openDatabase>[1];

/** Loads `cases/data`, invented entries that the tests' questions are about. */
export const loadCases = async (urls: Urls): Promise<void> => {
  const database = await openDatabase(ngoAid, urls);
  try {
    await loadRecords({ ...ngoAid, folder: path.join(ngoAid.folder, "cases") }, database.writer, () => undefined);
  } finally {
    await database.close();
  }
};
