import { type CommandContext, sayer } from "./command";
import { readConfig } from "./config";
import { openDatabase } from "./database";
import { type Division, divisionsIn } from "./divisions";

export interface ReachedDivisions {
  divisions: Division[];
  /** For people: where their databases are. */
  place: string;
  /** What a process of a division is started with. */
  environmentOf(division: Division): NodeJS.ProcessEnv;
  /** Runs a command of a division's own until it ends, and gives its exit code. */
  run(division: Division, args: string[]): Promise<number>;
}

/** The divisions, each with its database, beside a running system or without one. */
export async function reachDivisions(context: CommandContext, startedBy: string): Promise<ReachedDivisions> {
  const divisions = divisionsIn(context.root);
  const config = readConfig(context.root, divisions);
  const { place, environmentOf: databaseOf } = await openDatabase(context, config, divisions, { startedBy, shared: true });
  // A terminal shows the division's own progress bar; else its lines get its name in front.
  const outputOf = ({ name }: Division) => (process.stdout.isTTY ? {} : { onLine: sayer(name) });
  const environmentOf = (division: Division) => ({ ...config.divisionEnvironment, ...databaseOf(division) });
  const run = (division: Division, args: string[]) =>
    context.life.run(process.execPath, [division.main, ...args], { env: environmentOf(division), ...outputOf(division) });
  return { divisions, place, environmentOf, run };
}
