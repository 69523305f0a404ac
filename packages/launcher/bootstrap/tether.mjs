// Runs a program that knows nothing of us, and ends it when the launcher is gone, even by kill -9: then the
// pipe on our standard input ends.   node tether.mjs PROGRAM ARGUMENTS…
import { spawn } from "node:child_process";

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"] });
child.once("error", error => {
  console.error(`${program} cannot be run: ${error.message}`);
  process.exit(127);
});
child.once("exit", (code, signal) => {
  if (alone) endGroup("SIGKILL");
  process.exit(signal ? 1 : code);
});

// We lead a process group of which the program and all it starts are part: a signal to the group has reached
// the program as well, and its end is ours.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
let alone = false;
process.stdin.resume().once("close", () => {
  alone = true;
  endGroup("SIGTERM");
  setTimeout(() => endGroup("SIGKILL"), 5000);
});

function endGroup(signal) {
  process.kill(-process.pid, signal);
}
