import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { plantedIn, type Planted } from "./planted";

/** A line that holds what no log may hold. */
export interface Leak {
  process: string;
  kind: string;
  /** Which line of which file of the run's log. */
  place: string;
  line: string;
}

export interface LogScan {
  lines: number;
  /** Everyone who wrote one of them. */
  processes: string[];
  leaks: Leak[];
}

// Between words, also where a line break was written as JSON writes it.
const gap = String.raw`(?:\s|\\[nrt])+`;
const sql = (...words: string[]) => new RegExp(String.raw`\b${words.join(gap)}\b`, "i");

const forms: [kind: string, form: RegExp][] = [
  ["token", /eyJ[\w-]*\.eyJ/],
  ["SQL", sql("select", ".{1,5000}?", "from")],
  ["SQL", sql("insert", "into")],
  ["SQL", sql("update", String.raw`[\w."\\]+`, String.raw`(?:as${gap}\w+${gap}|\w+${gap})?set`)],
  ["SQL", sql("delete", "from")],
  ["database URL with its login", /postgres(?:ql)?:\/\/[^\s"@/:]*:[^\s"@/]+@/],
  ["demo person", /Demo Person \d/],
  ["demo e-mail", /@demo\.example/],
  ["demo phone", /\+84 000/],
];

/** As it is, as JSON has it, and as a URL has it. */
const writtenAs = (value: string) => [...new Set([value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)])];

const processOf = (line: string, otherwise: string): string => {
  if (!line.startsWith("{")) return otherwise;
  try {
    return (JSON.parse(line) as { process?: string }).process ?? otherwise;
  } catch {
    return otherwise;
  }
};

/** Everything in a log that must not be there. `name` is the log's, and that of whoever wrote a line that does not say who. */
export const scanText = (name: string, text: string, planted: readonly Planted[]): LogScan => {
  const lines = text.split("\n");
  // Most of what was planted is nowhere; to know that, the text is searched once and not line by line.
  const found = planted.flatMap(({ kind, value }) => writtenAs(value).filter(written => text.includes(written)).map(written => ({ kind, written })));
  const kindsOf = (line: string) => [
    ...found.filter(({ written }) => line.includes(written)).map(({ kind }) => `planted ${kind}`),
    ...forms.filter(([, form]) => form.test(line)).map(([kind]) => kind),
  ];
  const leaks = lines.flatMap((line, index) => [...new Set(kindsOf(line))].map(kind => ({ process: processOf(line, name), kind, place: `${name}:${index + 1}`, line })));
  const written = lines.filter(Boolean);
  return { lines: written.length, processes: [...new Set(written.map(line => processOf(line, name)))].sort(), leaks };
};

/** Reads through all that was logged into this folder. */
export const scanFolder = (folder: string): LogScan => {
  const planted = plantedIn(folder);
  const scans = readdirSync(folder)
    .filter(file => file.endsWith(".log"))
    .map(file => scanText(file.replace(/(?:-\d+)?\.log$/, ""), readFileSync(join(folder, file), "utf8"), planted));
  return {
    lines: scans.reduce((sum, { lines }) => sum + lines, 0),
    processes: [...new Set(scans.flatMap(({ processes }) => processes))].sort(),
    leaks: scans.flatMap(({ leaks }) => leaks),
  };
};

const mostShown = 20;
const longestShown = 400;

/** Says what was read; throws when a line holds what it must not, or when one of `expected` has said nothing. */
export const judge = ({ lines, processes, leaks }: LogScan, expected: readonly string[] = []): string => {
  const silent = expected.filter(name => !processes.includes(name));
  const shown = leaks.slice(0, mostShown).map(({ process, kind, place, line }) => `  ${kind}, in a line of ${process} (${place}):\n    ${line.slice(0, longestShown)}`);
  const faults = [
    ...(leaks.length > 0 ? [`The log holds what no log may hold, ${leaks.length} times:`, ...shown] : []),
    ...(silent.length > 0 ? [`Nothing was logged by ${silent.join(", ")}: give each process under test the log testLog(name).`] : []),
  ];
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return `Log: ${lines} lines of ${processes.length} processes read (${processes.join(", ") || "none"}); no token, key, SQL or personal data among them.`;
};
