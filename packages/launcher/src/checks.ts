import { join } from "node:path";
import { type Command, type CommandContext, say } from "./command";

interface Check {
  heading: string;
  program: string;
  args: string[];
}

const checks: Check[] = [
  { heading: "Types", program: "tsc", args: ["-p", "tsconfig.json"] },
  { heading: "Style", program: "eslint", args: ["."] },
  { heading: "Arrows", program: "depcruise", args: ["--config", ".dependency-cruiser.cjs", "gateway", "packages", "subgraphs", "test"] },
];

const tests = (...args: string[]): Check => ({ heading: "Tests", program: "jest", args });

const run = async ({ root, life }: CommandContext, { heading, program, args }: Check, isAside = false): Promise<number> => {
  const startedAt = Date.now();
  const said: string[] = [];
  const [file, ...rest] = [...(isAside ? ["nice", "-n", "10"] : []), join(root, "node_modules/.bin", program), ...args];
  if (!isAside) say(`\n== ${heading} (${program})`);
  const code = await life.run(file!, rest, { cwd: root, ...(isAside && { onLine: line => void said.push(line) }) });
  if (isAside) say([`\n== ${heading} (${program})`, ...said].join("\n"));
  if (code === 0) say(`${heading}: good, ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return code;
};

const runAside = async (context: CommandContext): Promise<number> => {
  for (const check of checks) {
    const code = await run(context, check, true);
    if (code !== 0) return code;
  }
  return 0;
};

/** The code of the first that fails; the end of this command ends the others. */
const untilOneFails = (parts: Promise<number>[]): Promise<number> =>
  new Promise((resolve, reject) => {
    for (const part of parts) part.then(code => code !== 0 && resolve(code), reject);
    void Promise.all(parts).then(() => resolve(0), reject);
  });

/** All checks: those that only read stand back behind the tests, which wait a lot. With arguments only jest, for the one at the keyboard. */
export const test: Command = context =>
  context.args.length > 0 ? run(context, tests(...context.args)) : untilOneFails([runAside(context), run(context, tests())]);
