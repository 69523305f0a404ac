import { parseArgs } from "node:util";
import type { Mode } from "./rounds";

const programs = ["gateway", "light", "profile", "contract"] as const;
const everyMode: readonly Mode[] = ["unique", "identical"];

export interface Options {
  what: (typeof programs)[number];
  rounds: number;
  seconds: number;
  connections: number;
  /** Also with one connection. */
  alone: boolean;
  modes: readonly Mode[];
  /** Names of gateways; undefined is all. */
  only: string[] | undefined;
  /** Profiles the light query instead of the deep one. */
  light: boolean;
  /** Where the report goes, when not beside the others. */
  report: string | undefined;
}

const number = (name: string, text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number of at least 1, not ${text}.`);
  return value;
};

/** Reads the command line; the launcher's --help says what there is. */
export const readOptions = (args: string[]): Options => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rounds: { type: "string", default: "5" },
      seconds: { type: "string", default: "10" },
      connections: { type: "string", default: "50" },
      "without-one": { type: "boolean", default: false },
      mode: { type: "string" },
      only: { type: "string" },
      light: { type: "boolean", default: false },
      report: { type: "string" },
    },
  });
  const what = programs.find(program => program === positionals[0]);
  if (!what || positionals.length > 1) throw new Error(`npm run bench -- ${programs.join(" | ")} (npm run bench -- --help says more)`);
  const modes = values.mode === undefined ? everyMode : everyMode.filter(mode => mode === values.mode);
  if (modes.length === 0) throw new Error(`--mode is ${everyMode.join(" or ")}.`);
  return {
    what,
    rounds: number("rounds", values.rounds),
    seconds: number("seconds", values.seconds),
    connections: number("connections", values.connections),
    alone: !values["without-one"],
    modes,
    only: values.only?.split(","),
    light: values.light,
    report: values.report,
  };
};
