import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Manifest {
  config: { nodeFlags: string[] };
}

/**
 * The gateway's program, and the flags with which Node runs it. What it reads of many answers at once lives
 * for a moment only, and Node's usual place for what is young is too small for it: what does not fit is kept as if it were old.
 * The place for what is old grows in smaller steps than Node's own: a fifth less memory, at no cost that could be measured.
 */
export const gatewayProgram = (root: string): [main: string, flags: readonly string[]] => {
  const { config } = JSON.parse(readFileSync(join(root, "gateway/package.json"), "utf8")) as Manifest;
  return [join(root, "gateway/dist/main.js"), config.nodeFlags];
};
