import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BackupDraft } from "./backup-draft";
import { type Command, say, sayer } from "./command";
import { readConfig } from "./config";
import { openDatabase } from "./database";
import { divisionsIn } from "./divisions";
import { readOptions, refuseFaults } from "./options";

/** All divisions in one file, beside a running system or without one. */
export const backup: Command = async context => {
  const { root, args, life } = context;
  const faults: string[] = [];
  const { words: [file = ""], has } = readOptions(args, { "--force": "flag" }, 1, faults);
  if (file === "") faults.push("A file is needed, such as friday.tar.");
  refuseFaults("backup", faults);
  const divisions = divisionsIn(root);
  const config = readConfig(root, divisions);
  const { version: project } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const draft = new BackupDraft(file, { project, divisions: divisions.map(({ name }) => name) }, has("--force"));
  life.onEnd(draft.discard);
  const database = await openDatabase(context, config, divisions, { startedBy: "npm run backup", shared: true });
  for (const division of divisions) {
    const env = { ...config.divisionEnvironment, ...database.environmentOf(division) };
    // A terminal shows the division's own progress bar; else its lines get its name in front.
    const output = process.stdout.isTTY ? {} : { onLine: sayer(division.name) };
    const code = await draft.addSection(division.name, path => life.run(process.execPath, [division.main, "backup", path], { env, ...output }));
    if (code !== 0) {
      say(`Nothing was written. The databases were sought at ${database.place}.`);
      return code;
    }
  }
  const bytes = await draft.finish();
  say(`${file}: ${(bytes / 1e6).toFixed(1)} MB. It holds personal data, open to whoever can read it: keep it as you keep the databases.`);
  return 0;
};
