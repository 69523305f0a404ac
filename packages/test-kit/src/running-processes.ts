import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

export interface RunningProcess {
  pid: number;
  /** Its command line and, where that can be known, its working folder. */
  line: string;
}

/** Every process of this machine that still runs; one that has ended and waits for its parent does not. */
export const runningProcesses = (): RunningProcess[] => {
  // A small machine may have no ps; where there is /proc, nothing else is needed.
  if (!existsSync("/proc/self/cmdline")) {
    const lines = execFileSync("ps", ["-A", "-o", "pid=,command="], { encoding: "utf8" }).split("\n");
    return lines.map(line => ({ pid: Number.parseInt(line, 10), line })).filter(({ pid }) => pid > 0);
  }
  const pids = readdirSync("/proc").filter(name => /^\d+$/.test(name));
  return pids.map(pid => ({ pid: Number(pid), line: `${commandLine(pid)} ${workingFolder(pid)}` })).filter(({ line }) => line !== " ");
};

const commandLine = (pid: string) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
};

const workingFolder = (pid: string) => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return "";
  }
};
