import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const root = path.join(__dirname, "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const packages = ["", "gateway", "test", "test/bench", "test/soak", ...["packages", "subgraphs"].flatMap(folder => readdirSync(path.join(root, folder)).map(name => `${folder}/${name}`))];

describe("the workspace", () => {
  const lockfile = read("pnpm-lock.yaml");

  it("has one copy of graphql", () => {
    const { packages: locked } = parse(lockfile) as { packages: Record<string, unknown> };
    expect(Object.keys(locked).filter(name => name.startsWith("graphql@"))).toEqual(["graphql@16.15.0"]);
  });

  it("has a lockfile without addresses", () => {
    expect(lockfile).not.toMatch(/https?:\/\/|tarball:/);
  });

  it("says every version once, and exactly", () => {
    const { catalog } = parse(read("pnpm-workspace.yaml")) as { catalog: Record<string, string> };
    for (const [name, version] of Object.entries(catalog)) expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+(-[\w.]+)?$/);
    for (const folder of packages) {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(path.join(folder, "package.json"))) as Record<string, Record<string, string>>;
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
        expect({ folder, name, version }).toEqual({ folder, name, version: name.startsWith("@huu-nghi/") ? "workspace:*" : "catalog:" });
      }
    }
  });

  it("keeps each main short", () => {
    for (const division of readdirSync(path.join(root, "subgraphs"))) {
      expect(read(`subgraphs/${division}/src/main.ts`).trimEnd().split("\n").length).toBeLessThanOrEqual(15);
    }
  });
});
