import { type Command, say } from "./command";
import { reachDivisions } from "./reach-divisions";

/** The demo union in each division, one after another, beside a running system or without one. */
export const demo: Command = async context => {
  const { divisions, run } = await reachDivisions(context, "npm run demo");
  for (const division of divisions) {
    if (process.stdout.isTTY) say(`${division.name}:`);
    const code = await run(division, ["demo", ...context.args]);
    if (code !== 0) return code;
  }
  return 0;
};
