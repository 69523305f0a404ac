import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const read = (file: string) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined; // it has ended meanwhile
  }
};

/** The fields of /proc/PID/stat after the name, which may hold spaces and brackets. */
const statOf = (pid: number) => read(`/proc/${pid}/stat`)?.replace(/^.*\) /s, "").split(" ");

const ticksPerSecond = Number(spawnSync("getconf", ["CLK_TCK"], { encoding: "utf8" }).stdout) || 100;

/** A process and all that it started. */
const family = (pid: number): number[] => {
  const parents = readdirSync("/proc").flatMap(name => (/^\d+$/.test(name) ? [[Number(name), Number(statOf(Number(name))?.[1])] as const] : []));
  const found = [pid];
  for (const each of found) for (const [child, parent] of parents) if (parent === each) found.push(child);
  return found;
};

/** Milliseconds of CPU that a process and all below it have used, ended children included. */
export const cpuMs = (pid: number) =>
  family(pid).reduce((sum, each) => {
    const fields = statOf(each);
    const ticks = fields ? [11, 12, 13, 14].reduce((all, index) => all + Number(fields[index]), 0) : 0;
    return sum + (ticks * 1000) / ticksPerSecond;
  }, 0);

/** The most memory that it has held, in MB. */
export const peakMemoryMb = (pid: number) =>
  family(pid).reduce((sum, each) => sum + Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${each}/status`) ?? "")?.[1] ?? 0) / 1024, 0);
