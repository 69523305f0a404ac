import type { Period } from "../dates";
import { FigureAssembly, type Known, type Recorded, type Reported } from "./assemble";

/** What is known of a figure, said in a test as briefly as it can be. */
export interface Facts {
  kind?: Known["kind"];
  unit?: string;
  reported?: (Partial<Reported> & { year?: number })[];
  /** By year or by `from..to`. */
  recorded?: Record<string, Partial<Recorded>>;
  complete?: string[];
  targets?: Record<string, { value: string; unit: string }>;
}

const periodOf = (name: string): Period => {
  const [from = "", to = ""] = name.includes("..") ? name.split("..") : [`${name}-01-01`, `${name}-12-31`];
  return { from, to };
};

export const reading = (facts: Partial<Reported> & { year?: number }, at = 0): Reported => {
  const { year, statedAsOf = null, ...rest } = facts;
  const period = year === undefined ? { periodFrom: null, periodTo: null } : { periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` };
  const source = { id: `s${at}`, title: `source ${at}`, publisher: null, date: null, statedAsOf, locator: null };
  return { id: `r${at}`, aspect: "VALUE", ...period, statedAsOf, value: "0", unit: "count", qualifier: "EXACT", asPrinted: "as printed", source, ...rest };
};

export const figureOf = (name: string, { kind = "flow", unit = "count", reported = [], recorded = {}, complete = [], targets = {} }: Facts) => {
  const at = <T>(facts: Record<string, T>, { from, to }: Period) => Object.entries(facts).find(([each]) => periodOf(each).from === from && periodOf(each).to === to)?.[1];
  return new FigureAssembly({
    kind,
    unit,
    digits: of => (of === "USD" ? 2 : 0),
    reported: reported.map(reading),
    recorded: period => {
      const found = at(recorded, period);
      return found && { count: 1, value: null, unknown: 0, qualifiers: [], ...found };
    },
    isComplete: period => at(Object.fromEntries(complete.map(each => [each, true])), period) ?? false,
    target: period => at(targets, period),
  }).figure(periodOf(name));
};
