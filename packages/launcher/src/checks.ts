import { join } from "node:path";
import { type Command, say } from "./command";

/** All checks, one after another; with arguments only jest, for the one at the keyboard. */
export const test: Command = async ({ root, args, life }) => {
  const jest = { heading: "Tests", program: "jest", args: ["--maxWorkers=2", ...args] };
  const checks = [
    { heading: "Types", program: "tsc", args: ["-p", "tsconfig.json"] },
    { heading: "Style", program: "eslint", args: ["."] },
    { heading: "Arrows", program: "depcruise", args: ["--config", ".dependency-cruiser.cjs", "gateway", "packages", "subgraphs", "test"] },
  ];
  for (const { heading, program, args: given } of args.length > 0 ? [jest] : [...checks, jest]) {
    const startedAt = Date.now();
    say(`\n== ${heading} (${program})`);
    const code = await life.run(join(root, "node_modules/.bin", program), given, { cwd: root });
    if (code !== 0) return code;
    say(`${heading}: good, ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  return 0;
};
