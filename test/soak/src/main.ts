import { readOptions } from "./options";
import { soak } from "./soak";

const say = (line: string) => void process.stdout.write(`${line}\n`);
let isEnding = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => (isEnding = true));

const main = async () => soak(readOptions(process.argv.slice(2)), say, () => isEnding);

main().then(
  isGood => process.exit(isGood ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
