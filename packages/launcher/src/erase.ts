import { type Command, say } from "./command";
import { readOptions, refuseFaults } from "./options";
import { reachDivisions } from "./reach-divisions";
import { SteppedProcess } from "./stepped-process";

/** What a division knows of a person: all ids, where it keeps persons. */
interface Known {
  ids: string[];
  state: "HELD" | "ERASED" | "UNKNOWN";
}

/** A person in each division, beside a running system or without one. Cut off, it is done by doing it again. */
export const erase: Command = async context => {
  const faults: string[] = [];
  const options = readOptions(context.args, { "--person": "once", "--reason": "once" }, 0, faults);
  const [person, reason] = [options.first("--person"), options.first("--reason")];
  if (!person) faults.push("--person is needed: the person's id.");
  if (!reason) faults.push("--reason is needed: who asked for it and when, without naming the person.");
  refuseFaults("erase", faults);
  const { divisions, place, environmentOf } = await reachDivisions(context, "npm run erase");
  const processes = divisions.map(division => new SteppedProcess(context.life, division, ["erase", `--person=${person}`, `--reason=${reason}`], environmentOf(division)));
  const stopAll = async () => void (await Promise.all(processes.map(each => each.stop())));
  context.life.onEnd(stopAll);

  // Nobody is erased before all were asked: one division knows by which ids the others know the person.
  const told = await Promise.all(processes.map(each => each.reaches<Known>("known")));
  const known = told.flatMap(each => (each ? [each.told] : []));
  if (known.length < told.length) {
    await stopAll();
    const silent = processes.filter((_process, at) => !told[at]).map(({ division }) => division.name);
    say(`Nobody was erased: ${silent.join(", ")} could not be asked, for the reason above; the databases were sought at ${place}. Mend it, and run the same command again.`);
    return 1;
  }
  if (known.every(({ state }) => state === "UNKNOWN")) {
    await stopAll();
    say(`Nobody was erased: no division holds anything of a person ${person}, and nobody was erased under this id. Look up the id, as Person.id gives it, and run the command again with that.`);
    return 1;
  }
  const ids = [...new Set([...known.flatMap(each => each.ids), person])];
  if (ids.length > 1) say(`${ids[0]} is one person with ${ids.slice(1).join(", ")}, whose records were merged: all of these ids are erased.`);
  if (known.every(({ state }) => state !== "HELD")) say(`${person} was erased already; what has come since goes, too.`);
  const failed: string[] = [];
  for (const each of processes) {
    each.goOn(ids);
    if ((await each.ended) !== 0) failed.push(each.division.name);
  }
  if (failed.length === 0) return 0;
  say(`Not erased in ${failed.join(", ")}, for the reason above; the databases were sought at ${place}. Mend it, and run the same command again.`);
  return 1;
};
