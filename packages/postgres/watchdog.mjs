// Shuts PostgreSQL down when the process that started it is gone, even by kill -9: then the pipe on our
// standard input ends. In a session of its own, so that whatever ends the launcher does not end it too.
//   node watchdog.mjs <folder of the cluster>
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execFileSync } from "node:child_process";

const cluster = process.argv[2];
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
process.chdir("/");

let told = "";
process.stdin.on("data", chunk => (told += chunk));
process.stdin.on("error", () => {});
process.stdin.on("close", async () => {
  if (told.includes("stopped")) return;
  // The launcher may have died before its server had written the file: look for a while.
  for (let attempt = 0; attempt < 30; attempt++) {
    const pid = postmaster();
    if (pid) return shutDown(pid);
    await pause(100);
  }
});

async function shutDown(pid) {
  for (const [signal, seconds] of [["SIGINT", 15], ["SIGQUIT", 10]]) {
    try {
      process.kill(pid, signal); // SIGINT: end the sessions, write everything, end. SIGQUIT: end at once.
    } catch {
      return;
    }
    for (let waited = 0; waited < seconds * 10; waited++) {
      if (postmaster() !== pid) return;
      await pause(100);
    }
  }
}

/** The pid of the server on our cluster; the file alone may be stale, and its pid somebody else's. */
function postmaster() {
  try {
    const pid = Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
    return commandLine(pid).includes(cluster) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function commandLine(pid) {
  return process.platform === "linux"
    ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
    : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
}
