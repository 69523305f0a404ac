import type { Command } from "./command";
import { reachDivisions } from "./reach-divisions";

/** Reads the history of each division through, beside a running system or without one. */
export const history: Command = async context => {
  const { args } = context;
  if (args.join(" ") !== "verify") throw new Error("npm run history -- verify is all that there is.");
  const { divisions, run } = await reachDivisions(context, "npm run history");
  let code = 0;
  for (const division of divisions) code = Math.max(code, await run(division, ["history", ...args]));
  return code;
};
