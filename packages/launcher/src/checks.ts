import { join } from "node:path";
import { type Command, say } from "./command";
import { environmentWith } from "./config";

interface Check {
  heading: string;
  program: string;
  args: string[];
  /** What its environment has beside ours. */
  variables?: Record<string, string>;
}

const checks: Check[] = [
  { heading: "Types", program: "tsc", args: ["-p", "tsconfig.json"] },
  { heading: "Style", program: "eslint", args: ["."] },
  { heading: "Arrows", program: "depcruise", args: ["--config", ".dependency-cruiser.cjs", "gateway", "packages", "subgraphs", "test"] },
];

const tests = (...args: string[]): Check => ({ heading: "Tests", program: "jest", args: ["--maxWorkers=2", ...args] });

// These ask through the gateway, and leave open how it executes plans; the others say it themselves, or need no gateway.
const byTheLibrary: Check = {
  ...tests("gateway/src/(gateway.test|viewer/(admission|union)|http/(browser|graphql)|subgraph/(signed|subgraph-link))", "test/(access|contract/|journeys|log|readme)"),
  heading: "Tests with the gateway library's own executor",
  variables: { GATEWAY_EXECUTOR: "stock" },
};

/** All checks, one after another; with arguments only jest, for the one at the keyboard. */
export const test: Command = async ({ root, args, life }) => {
  for (const { heading, program, args: given, variables } of args.length > 0 ? [tests(...args)] : [...checks, tests(), byTheLibrary]) {
    const startedAt = Date.now();
    say(`\n== ${heading} (${program})`);
    const code = await life.run(join(root, "node_modules/.bin", program), given, { cwd: root, env: environmentWith(variables) });
    if (code !== 0) return code;
    say(`${heading}: good, ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  return 0;
};
