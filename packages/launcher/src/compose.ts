import { join } from "node:path";
import { type Command, sayer } from "./command";
import { divisionsIn } from "./divisions";

/** The schema of each division, then the supergraph of all. */
export const compose: Command = async ({ root, args, life }) => {
  const codes = await Promise.all(
    divisionsIn(root).map(({ name, main }) => life.run(process.execPath, [main, "schema"], { onLine: sayer(name) })),
  );
  if (codes.some(code => code !== 0)) return 1;
  return life.run(process.execPath, [join(root, "gateway/dist/compose.js"), ...args]);
};
