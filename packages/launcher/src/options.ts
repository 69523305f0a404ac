/** Whether a value follows an option, and how often it can be given. */
export type OptionForm = "flag" | "once" | "often";

export interface GivenOptions {
  /** What belongs to no option. */
  words: string[];
  has(name: string): boolean;
  first(name: string): string | undefined;
  all(name: string): string[];
}

/** Reads a command line; what is wrong with it is added to `faults`, so that all of it is told at once. */
export function readOptions(args: string[], forms: Record<string, OptionForm>, mostWords: number, faults: string[]): GivenOptions {
  const values = new Map<string, string[]>();
  const words: string[] = [];
  const unknown: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    if (!arg.startsWith("-")) {
      words.push(arg);
      continue;
    }
    const [name = "", ...rest] = arg.split("=");
    const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
    if (form === undefined) {
      unknown.push(name);
    } else if (form === "flag") {
      if (rest.length > 0) faults.push(`${name} takes no value.`);
      values.set(name, []);
    } else {
      const follows = rest.length === 0 && args[i + 1]?.startsWith("--") === false;
      const value = follows ? args[++i] : rest.join("=");
      const before = values.get(name) ?? [];
      if (!value) faults.push(`${name} needs a value.`);
      else if (form === "once" && before.length > 0) faults.push(`${name} is given twice.`);
      values.set(name, value ? [...before, value] : before);
    }
  }
  faults.push(...unknown.map(name => `There is no option ${name}; there are ${Object.keys(forms).join(", ")}.`));
  // What follows an unknown option is most likely its value.
  if (unknown.length === 0 && words.length > mostWords) faults.push(`Not expected: ${words.slice(mostWords).join(" ")} (is * in quotes?)`);
  return { words, has: name => values.has(name), first: name => values.get(name)?.[0], all: name => values.get(name) ?? [] };
}

/** Ends a command whose command line cannot be used. */
export function refuseFaults(command: string, faults: string[]): void {
  if (faults.length === 0) return;
  throw new Error([`npm run ${command} cannot be done:`, ...faults.map(fault => `  - ${fault}`), `npm run ${command} -- --help says what it takes.`].join("\n"));
}
