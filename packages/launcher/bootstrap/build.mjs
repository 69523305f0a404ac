import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { workspacePackages } from "./install.mjs";

/** Compiles src to dist in each package whose sources have changed. */
export async function build(root) {
  const require = createRequire(join(root, "package.json"));
  const compiler = require("@swc/core/package.json").version;
  const stale = workspacePackages(root)
    .map(folder => join(root, folder))
    .filter(folder => existsSync(join(folder, "src")))
    .map(folder => ({ folder, sources: sourcesOf(join(folder, "src")) }))
    .map(each => ({ ...each, stamp: stampOf(root, compiler, each) }))
    .filter(({ folder, stamp }) => readIfThere(join(folder, "dist/.stamp")) !== stamp);
  if (stale.length === 0) return;
  const started = Date.now();
  const swc = require("@swc/core");
  await Promise.all(stale.map(each => compile(swc, root, each)));
  console.error(`Built ${stale.map(({ folder }) => relative(root, folder)).join(", ")} in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** Made beside and moved in whole, so that neither a removed source nor half a build is left in dist. */
async function compile(swc, root, { folder, sources, stamp }) {
  const draft = join(root, "node_modules/.huu-nghi-build", `${relative(root, folder).replaceAll("/", "-")}-${process.pid}`);
  const dist = join(folder, "dist");
  mkdirSync(draft, { recursive: true });
  await Promise.all(
    sources.map(async source => {
      const file = join(folder, "src", source);
      mkdirSync(dirname(join(draft, source)), { recursive: true });
      if (!source.endsWith(".ts")) return copyFileSync(file, join(draft, source));
      const target = source.replace(/\.ts$/, ".js");
      const sourceFileName = relative(dirname(join(dist, target)), file);
      const { code, map } = await swc.transformFile(file, { configFile: join(root, ".swcrc"), swcrc: true, sourceFileName, outputPath: join(dist, target) });
      writeFileSync(join(draft, target), map ? `${code}\n//# sourceMappingURL=${target.split("/").pop()}.map\n` : code);
      if (map) writeFileSync(join(draft, `${target}.map`), map);
    }),
  );
  writeFileSync(join(draft, ".stamp"), stamp);
  rmSync(dist, { recursive: true, force: true });
  renameSync(draft, dist);
}

function sourcesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.test\.ts$|\.d\.ts$/.test(entry.name))
    .map(entry => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

function stampOf(root, compiler, { folder, sources }) {
  const hash = createHash("sha256").update(compiler).update(readFileSync(join(root, ".swcrc")));
  for (const source of sources) hash.update(`\n${source}\n`).update(readFileSync(join(folder, "src", source)));
  return hash.digest("hex");
}

const readIfThere = file => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
