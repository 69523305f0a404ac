import { type Command, sayer } from "./command";
import { readConfig } from "./config";
import { openDatabase } from "./database";
import { divisionsIn } from "./divisions";

/** Reads the history of each division through, beside a running system or without one. */
export const history: Command = async context => {
  const { root, args, life } = context;
  if (args.join(" ") !== "verify") throw new Error("npm run history -- verify is all that there is.");
  const divisions = divisionsIn(root);
  const config = readConfig(root, divisions);
  const database = await openDatabase(context, config, divisions, { startedBy: "npm run history", shared: true });
  let code = 0;
  for (const division of divisions) {
    const environment = { ...config.divisionEnvironment, ...database.environmentOf(division) };
    const output = process.stdout.isTTY ? {} : { onLine: sayer(division.name) };
    code = Math.max(code, await life.run(process.execPath, [division.main, "history", ...args], { env: environment, ...output }));
  }
  return code;
};
