import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface Division {
  /** As its folder is called: "foreign-relations". */
  name: string;
  folder: string;
  main: string;
  /** What its variables begin with: "FOREIGN_RELATIONS". */
  variable: string;
}

/** A folder in subgraphs/ with a package is a division; nothing else lists them. */
export function divisionsIn(root: string): Division[] {
  return readdirSync(join(root, "subgraphs"))
    .sort()
    .map(name => ({ name, folder: join(root, "subgraphs", name) }))
    .filter(({ folder }) => existsSync(join(folder, "package.json")))
    .map(({ name, folder }) => ({ name, folder, main: join(folder, "dist/main.js"), variable: name.toUpperCase().replaceAll("-", "_") }));
}
