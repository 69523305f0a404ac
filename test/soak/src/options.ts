import { parseArgs } from "node:util";

export interface Options {
  minutes: number;
  clients: number;
  /** How much the heap may grow, in MB a minute. */
  slope: number;
}

const number = (name: string, text: string) => {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} is a number above 0, not ${text}.`);
  return value;
};

/** Reads the command line; the launcher's --help says what there is. */
export const readOptions = (args: string[]): Options => {
  const { values } = parseArgs({ args, options: { minutes: { type: "string", default: "10" }, clients: { type: "string", default: "8" }, slope: { type: "string" } } });
  const minutes = number("minutes", values.minutes);
  // In a short run what is filled once and stays looks like growth.
  return { minutes, clients: Math.ceil(number("clients", values.clients)), slope: values.slope === undefined ? 1 + 9 / minutes : number("slope", values.slope) };
};
