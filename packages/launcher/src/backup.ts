import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BackupDraft } from "./backup-draft";
import { type Command, say } from "./command";
import { divisionsIn } from "./divisions";
import { readOptions, refuseFaults } from "./options";
import { reachDivisions } from "./reach-divisions";

/** All divisions in one file, beside a running system or without one. */
export const backup: Command = async context => {
  const { root, args, life } = context;
  const faults: string[] = [];
  const { words: [file = ""], has } = readOptions(args, { "--force": "flag" }, 1, faults);
  if (file === "") faults.push("A file is needed, such as friday.tar.");
  refuseFaults("backup", faults);
  const { version: project } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const draft = new BackupDraft(file, { project, divisions: divisionsIn(root).map(({ name }) => name) }, has("--force"));
  life.onEnd(draft.discard);
  const { divisions, place, run } = await reachDivisions(context, "npm run backup");
  for (const division of divisions) {
    const code = await draft.addSection(division.name, path => run(division, ["backup", path]));
    if (code !== 0) {
      say(`Nothing was written. The databases were sought at ${place}.`);
      return code;
    }
  }
  const bytes = await draft.finish();
  say(`${file}: ${(bytes / 1e6).toFixed(1)} MB. It holds personal data, open to whoever can read it: keep it as you keep the databases.`);
  return 0;
};
