import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@huu-nghi/postgres";
import { BackupDraft } from "./backup-draft";
import { divisionsIn } from "./divisions";

jest.setTimeout(120_000);

const root = join(__dirname, "../../..");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "huu-nghi-restore-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => {
  // eslint-disable-next-line no-restricted-syntax -- what the started process inherits, not configuration of ours
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_ENV$|JEST_|HOST$|PORT$|GATEWAY_KEYS|.*DATABASE_URL$)/.test(name)));
  const { status, stderr } = spawnSync(process.execPath, [join(__dirname, "../run.mjs"), ...args], { env: { ...inherited, INIT_CWD: folder, DATA_DIR: "data" }, encoding: "utf8" });
  return { status, stderr };
};

const backupOf = async (name: string, divisions: string[]) => {
  const draft = new BackupDraft(join(folder, name), { project: "1.2.3", divisions }, false);
  for (const division of divisions) {
    await draft.addSection(division, path => {
      appendFileSync(path, "what it holds");
      return Promise.resolve(0);
    });
  }
  await draft.finish();
};

const told = (status: number, stderr: RegExp) => ({ status, stderr: expect.stringMatching(stderr) as string });

describe("npm run restore", () => {
  it("does nothing on a data folder that somebody uses, and says who", async () => {
    await backupOf("good.tar", divisionsIn(root).map(({ name }) => name));
    await using server = await startPostgres({ dataDir: join(folder, "data"), durable: false, startedBy: "npm start" });
    expect(server.owned).toBe(true);
    expect(run("restore", "good.tar", "--replace")).toEqual(
      told(1, new RegExp(`data is in use by npm start \\(process ${process.pid}\\)\\. Stop that first, and restore again; or .*DATA_DIR=.*data-drill npm run restore -- .*good\\.tar`)),
    );
  });

  it("does nothing with a division that it does not know", async () => {
    await backupOf("visas.tar", ["visas"]);
    expect(run("restore", "visas.tar")).toEqual(told(1, /visas\.tar cannot be restored: it holds visas, of which this program knows nothing\. Nothing has been changed\./));
  });

  it("says what it needs", () => {
    expect(run("restore")).toEqual(told(1, /A file is needed, which npm run backup made\./));
    expect(run("restore", "a.tar", "b.tar", "--force")).toEqual(told(1, /There is no option --force; there are --replace, --leave-out-unknown\./));
    expect(run("restore", "none.tar")).toEqual(told(1, /none\.tar cannot be restored: there is no such file\./));
    expect(run("backup")).toEqual(told(1, /A file is needed, such as friday\.tar\./));
  });
});
