import { type Command, say } from "./command";
import { readOptions, refuseFaults } from "./options";
import { reachDivisions } from "./reach-divisions";

/** A person in each division, beside a running system or without one. Cut off, it is done by doing it again. */
export const erase: Command = async context => {
  const faults: string[] = [];
  const options = readOptions(context.args, { "--person": "once", "--reason": "once" }, 0, faults);
  const [person, reason] = [options.first("--person"), options.first("--reason")];
  if (!person) faults.push("--person is needed: the person's id.");
  if (!reason) faults.push("--reason is needed: who asked for it and when, without naming the person.");
  refuseFaults("erase", faults);
  const { divisions, place, run } = await reachDivisions(context, "npm run erase");
  const failed: string[] = [];
  for (const division of divisions) {
    if ((await run(division, ["erase", `--person=${person}`, `--reason=${reason}`])) !== 0) failed.push(division.name);
  }
  if (failed.length === 0) return 0;
  say(`Not erased in ${failed.join(", ")}, for the reason above; the databases were sought at ${place}. Mend it, and run the same command again.`);
  return 1;
};
