import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Brings the packages of the lockfile, unless the last complete install was for the same files and Node. */
export async function install(root, life) {
  const stamp = join(root, "node_modules/.huu-nghi-install");
  const wanted = stampOf(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  rmSync(stamp, { force: true }); // one that is interrupted must be done again

  const { config } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  console.error(`Installing packages with pnpm ${config.pnpm} …`);
  const started = Date.now();
  const code = await life.run(
    "npx",
    ["--yes", `pnpm@${config.pnpm}`, "install", "--frozen-lockfile", "--config.confirmModulesPurge=false", "--reporter=append-only"],
    // CI: pnpm asks nothing. Its output goes where ours goes, so that standard output is the command's own.
    { cwd: root, env: { ...process.env, CI: "true" }, output: 2 },
  );
  if (code !== 0) throw new Error(`The packages could not be installed (pnpm ended with ${code}, see above). Is the package registry reachable, and is ${root} ours to write in?`);
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(stamp, wanted);
  console.error(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** The folders of the workspace that hold a package. */
export function workspacePackages(root) {
  const inFolder = name => (existsSync(join(root, name)) ? readdirSync(join(root, name)).map(entry => join(name, entry)) : []);
  return ["gateway", ...inFolder("packages"), ...inFolder("subgraphs"), "test", "test/bench", "test/soak"].filter(folder => existsSync(join(root, folder, "package.json")));
}

function stampOf(root) {
  const hash = createHash("sha256").update(process.version);
  const files = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...workspacePackages(root).map(folder => join(folder, "package.json"))];
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}
