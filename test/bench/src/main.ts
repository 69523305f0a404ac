import { benchmarkGateways } from "./benchmark-gateways";
import { benchmarkContract } from "./contract/contract";
import { prepare } from "./ground";
import { light } from "./light";
import { readOptions } from "./options";
import { stopAll } from "./processes";
import { profile } from "./profile";

const say = (line: string) => void process.stdout.write(`${line}\n`);

const main = async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.what === "contract") return benchmarkContract(options, say);
  const workload = await prepare();
  if (options.what === "gateway") return benchmarkGateways(workload, options, say);
  if (options.what === "light") return say(await light(workload, options));
  say(await profile(workload, options.only?.[0] ?? "ours", { ...options, mode: options.modes[0]! }));
};

const end = async (code: number) => {
  await stopAll();
  process.exit(code);
};

process.once("SIGTERM", () => void end(1));
process.once("SIGINT", () => void end(1));
main().then(
  () => end(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return end(1);
  },
);
