import { PostgresInUse } from "@huu-nghi/postgres";
import { type Backup, readBackup } from "./backup-file";
import { type Command, say } from "./command";
import { readConfig } from "./config";
import { openDatabase } from "./database";
import { type Division, divisionsIn } from "./divisions";
import { readOptions, refuseFaults } from "./options";
import { SteppedProcess } from "./stepped-process";

/** All divisions of a file, as they were; none of them changes before all of them can. */
export const restore: Command = async context => {
  const { root, args, life } = context;
  const faults: string[] = [];
  const { words: [file = ""], has } = readOptions(args, { "--replace": "flag", "--leave-out-unknown": "flag" }, 1, faults);
  if (file === "") faults.push("A file is needed, which npm run backup made.");
  refuseFaults("restore", faults);
  const divisions = divisionsIn(root);
  const config = readConfig(root, divisions);
  const content = await readBackup(file);
  const places = placesOf(content, divisions, file);
  const database = await openDatabase(context, config, divisions, { startedBy: "npm run restore", shared: false }).catch(inUse(file));
  const options = ["--replace", "--leave-out-unknown"].filter(has);
  const processes = places.map(({ division, from, bytes }) => {
    const where = [file, "--from", String(from), "--bytes", String(bytes)];
    return new SteppedProcess(life, division, ["restore", ...where, ...options], { ...config.divisionEnvironment, ...database.environmentOf(division) });
  });
  life.onEnd(async () => void (await Promise.all(processes.map(each => each.stop()))));
  return (await inStep(processes)) ? told(file, content) : 1;
};

/** Side by side up to where nothing is left but to commit; false when something went wrong, which was told. */
async function inStep(processes: SteppedProcess[]): Promise<boolean> {
  // All that is in the way is told, not only what comes first.
  const checked = await Promise.all(processes.map(each => each.reaches("checked")));
  let ready = checked.every(Boolean);
  for (const each of ready ? processes : []) {
    const loaded = each.reaches("loaded").then(Boolean);
    each.goOn();
    ready &&= await loaded;
    if (!ready) break;
  }
  if (!ready) {
    await Promise.all(processes.map(each => each.stop()));
    say("Nothing was restored; the databases are as they were.");
    return false;
  }
  for (const each of processes) each.goOn();
  const codes = await Promise.all(processes.map(each => each.ended));
  const [done, failed] = [true, false].map(good => processes.filter((_process, at) => (codes[at] === 0) === good).map(({ division }) => division.name));
  if (failed!.length === 0) return true;
  say(`Restored: ${done!.join(", ") || "nothing"}. Not restored, for the reason above: ${failed!.join(", ")}. Mend it, and restore again with --replace.`);
  return false;
}

function told(file: string, { about }: Backup): number {
  say(`Restored ${about.divisions.join(", ")} from ${file}, made ${about.madeAt} by version ${about.project}. Every table's rows were compared with it.`);
  return 0;
}

function placesOf({ about, sections }: Backup, divisions: Division[], file: string): { division: Division; from: number; bytes: number }[] {
  const strangers = about.divisions.filter(name => !divisions.some(each => each.name === name));
  if (strangers.length > 0) throw new Error(`${file} cannot be restored: it holds ${strangers.join(", ")}, of which this program knows nothing. Nothing has been changed.`);
  for (const { name } of divisions) if (!about.divisions.includes(name)) say(`${name}: is not in the backup, and stays as it is.`);
  return sections.map(({ division: name, from, bytes }) => ({ division: divisions.find(each => each.name === name)!, from, bytes }));
}

/** A server that somebody else runs has users. */
const inUse = (file: string) => (error: unknown): never => {
  if (!(error instanceof PostgresInUse)) throw error;
  const { holder, dataDir } = error;
  throw new Error(
    `The data folder ${dataDir} is in use by ${holder.startedBy} (process ${holder.pid}). Stop that first, and restore again; ` +
      `or restore into another folder beside it: DATA_DIR=${dataDir}-drill npm run restore -- ${file}`,
    { cause: error },
  );
};
