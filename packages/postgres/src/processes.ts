import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process runs. A zombie has ended: it only waits for its parent to notice. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is alive and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return processStatus(pid)?.state !== "Z";
}

/** Tells a process from a later one that was given the same pid; undefined when there is none. */
export function identityOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  return processStatus(pid)?.startedAt ?? askPs(pid, "lstart");
}

export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return askPs(pid, "command") ?? "";
  }
}

export async function endsWithin(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await pause(25);
  }
  return true;
}

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** Linux only; elsewhere `ps` is asked. */
function processStatus(pid: number): { state: string; startedAt: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may itself hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", startedAt: fields[19] ?? "" };
  } catch {
    return undefined;
  }
}

function askPs(pid: number, column: "lstart" | "command"): string | undefined {
  try {
    const answer = execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return answer.trim() || undefined;
  } catch {
    return undefined;
  }
}
