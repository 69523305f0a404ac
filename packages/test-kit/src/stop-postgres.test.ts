import { execFile } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

jest.setTimeout(120_000); // a jest of its own, with a PostgreSQL of its own

const project = join(__dirname, "../../..");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "huu-nghi-run-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A run of its own, of one test that passes. */
const runOf = async (work: string): Promise<{ code: number; said: string }> => {
  const kit = (file: string) => JSON.stringify(join(__dirname, file));
  writeFileSync(join(folder, "sample.test.ts"), `import { plant } from ${kit("planted")};\nimport { testLog } from ${kit("test-log")};\nit("passes", () => { ${work} });\n`);
  const { projects } = jest.requireActual<{ projects: object[] }>(join(project, "jest.config.cjs"));
  const config = { ...projects[0], rootDir: project, roots: [folder] };
  const args = [join(project, "node_modules/jest/bin/jest.js"), "--runInBand", "--config", JSON.stringify(config), "sample"];
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: project });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
};

it("fails a run in whose log a planted value stands, though its tests pass, and says whose line it is", async () => {
  const { code, said } = await runOf(`testLog("library").info({ who: plant("name", "Nguyễn Planted") }, "request");`);
  expect(said).toContain("Tests:       1 passed");
  expect(said).toMatch(/planted name, in a line of library \(worker:1\):\n.*Nguyễn Planted/);
  expect(code).toBe(1);
});

it("lets any other run pass, and says how much of its log was read", async () => {
  const { code, said } = await runOf(`testLog("library").info({ err: new Error(plant("name", "Nguyễn Planted")) }, "request");`);
  expect(said).toMatch(/Log: \d+ lines of 2 processes read \(library, postgres\)/);
  expect(code).toBe(0);
});
