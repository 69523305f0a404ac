import { join } from "node:path";
import type { Command } from "./command";

/** The gateway alone, over any supergraph. It reads its own arguments and environment. */
export const gateway: Command = ({ root, args, life }) => {
  life.serves = true;
  return life.run(process.execPath, [join(root, "gateway/dist/main.js"), ...args]);
};
