import type { Viewer } from "@huu-nghi/identity";
import type { GraphqlAnswer } from "./graphql-client";

export interface Matrix {
  title: string;
  columns: string[];
  rows: { name: string; cells: string[] }[];
}

/** A matrix as a table that a person can read. */
export const tableOf = ({ title, columns, rows }: Matrix): string => {
  const heading = ["", ...columns];
  const lines = rows.map(({ name, cells }) => [name, ...cells]);
  const widths = heading.map((_, at) => Math.max(...[heading, ...lines].map(line => (line[at] ?? "").length)));
  const show = (line: string[]) => line.map((cell, at) => cell.padEnd(widths[at]!)).join("  ").trimEnd();
  return [title, show(heading), ...lines.map(show)].map(line => `  ${line}`).join("\n");
};

/** Fills a matrix by asking for each cell. */
export const matrixOf = async <Row extends { name: string }>(title: string, rows: Row[], roles: [string, Viewer][], cell: (row: Row, viewer: Viewer) => Promise<string>): Promise<Matrix> => {
  const filled: Matrix["rows"] = [];
  for (const row of rows) filled.push({ name: row.name, cells: await Promise.all(roles.map(([, viewer]) => cell(row, viewer))) });
  return { title, columns: roles.map(([name]) => name), rows: filled };
};

/** Past jest's own console, which would put a stack under each table. */
export const print = (text: string) => void process.stdout.write(`\n${text}\n`);

const refusals = ["UNAUTHENTICATED", "FORBIDDEN"];

export const isRefused = ({ status, errors = [] }: GraphqlAnswer) => status === 401 || errors.some(({ extensions: { code } }) => refusals.includes(code));
