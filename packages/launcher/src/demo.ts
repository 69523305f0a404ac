import { type Command, say, sayer } from "./command";
import { readConfig } from "./config";
import { openDatabase } from "./database";
import { divisionsIn } from "./divisions";

/** The demo union in each division, one after another, beside a running system or without one. */
export const demo: Command = async context => {
  const { root, args, life } = context;
  const divisions = divisionsIn(root);
  const config = readConfig(root, divisions);
  const database = await openDatabase(context, config, divisions, { startedBy: "npm run demo", shared: true });
  for (const division of divisions) {
    const environment = { ...config.divisionEnvironment, ...database.environmentOf(division) };
    // A terminal shows the division's own progress bar; else its lines get its name in front.
    const output = process.stdout.isTTY ? {} : { onLine: sayer(division.name) };
    if (process.stdout.isTTY) say(`${division.name}:`);
    const code = await life.run(process.execPath, [division.main, "demo", ...args], { env: environment, ...output });
    if (code !== 0) return code;
  }
  return 0;
};
