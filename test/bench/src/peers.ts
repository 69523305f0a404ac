import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Manifest {
  private: true;
  dependencies: Record<string, string>;
  overrides?: Record<string, string>;
}

/** Not of our lockfile: nobody who builds or tests this needs them. */
const manifests: Record<string, Manifest> = {
  // Hive Gateway does not install without the override.
  peers: {
    private: true,
    dependencies: { "@graphql-hive/gateway": "2.15.1", "@graphql-hive/router-runtime": "1.4.23", graphql: "16.15.0" },
    overrides: { "@graphql-tools/batch-execute": "10.2.0" },
  },
  // mercurius' gateway builds documents that the printer of later graphql packages refuses.
  "peers/mercurius": {
    private: true,
    dependencies: { "@mercuriusjs/gateway": "5.2.0", fastify: "5.10.0", graphql: "16.12.0", mercurius: "16.10.0" },
  },
};

export const versions = Object.values(manifests).flatMap(({ dependencies }) => Object.entries(dependencies).map(([name, version]) => `${name} ${version}`));

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);

const install = (folder: string, manifest: string) => {
  const stamp = join(folder, ".installed");
  if (readIfThere(stamp) === manifest) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), manifest);
  process.stderr.write(`Installing other gateways into ${folder} (some minutes) …\n`);
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], { cwd: folder, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error(`What is to be measured could not be installed in ${folder} (npm ended with ${String(status)}).`);
  writeFileSync(stamp, manifest);
};

/** Installs the peers at their pinned versions, unless they are there. Gives their folder. */
export const installPeers = (benchFolder: string): string => {
  for (const [folder, manifest] of Object.entries(manifests)) install(join(benchFolder, folder), JSON.stringify(manifest, null, 2));
  return join(benchFolder, "peers");
};
