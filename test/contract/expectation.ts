import { readFileSync } from "node:fs";
import path from "node:path";
import { operations } from "@huu-nghi/contract";

/** One thing that the article records must give; see the contract's README for what the words mean. */
export interface Expectation {
  operation: string;
  variables: Record<string, unknown>;
  /** A figure of a report, or a path in the answer. */
  figure?: string;
  path?: string;
  value?: unknown;
  valueAbout?: string;
  previousAbout?: string;
  targetAbout?: string;
  unit?: string;
  basis?: string;
  qualifier?: string;
  changeRatio?: string;
  attainmentRatio?: string;
  discrepancy?: string;
  readings?: Record<string, string | null>;
  recordsTotal?: number;
  source: string;
  note?: string;
}

export interface FigureAnswer {
  code: string;
  value: string | null;
  unit: string;
  basis: string | null;
  readings: { basis: string; value: string; qualifier: string }[];
  discrepancy?: string | null;
  previous?: string | null;
  changeRatio?: string | null;
  target?: string | null;
  attainmentRatio?: string | null;
  records?: { totalCount: number };
}

export const readExpectations = (file: string): Expectation[] => JSON.parse(readFileSync(path.join(__dirname, file), "utf8")) as Expectation[];

export const operationText = (name: string) => {
  const found = operations().find(operation => operation.name === name);
  if (!found) throw new Error(`The contract has no operation ${name}.`);
  return found.text;
};

const sectionNames = ["associations", "foreignRelations", "ngoAid"] as const;
type Sections = Record<string, { figures: FigureAnswer[] } | null>;

/** The figure with this code in the answer of union-year or union-report. */
export const figureIn = (data: { union: { annualReport?: Sections; report?: Sections } }, code: string): FigureAnswer => {
  const sections = data.union.annualReport ?? data.union.report ?? {};
  const found = sectionNames.flatMap(name => sections[name]?.figures ?? []).filter(figure => figure.code === code);
  if (found.length !== 1 || !found[0]) throw new Error(`The answer has ${found.length} figures ${code}.`);
  return found[0];
};

/** `country.friendshipAssociations.nodes[0].id` in an answer. */
export const valueAt = (data: unknown, place: string) =>
  place.split(/[.[\]]+/).filter(Boolean).reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], data);
