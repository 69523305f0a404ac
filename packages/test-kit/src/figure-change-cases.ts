import { addDays, graphqlNames, type Division } from "@huu-nghi/subgraph-kit";
import type { ChangeCase } from "./changes";

const source = { title: "A report to try", publisher: "Nobody", date: "2026" };

/** Another ten days each time, none of them to come. */
const tenDays = (number: number) => ({ periodFrom: addDays("1900-01-01", number * 10), periodTo: addDays("1900-01-01", number * 10 + 9) });

/** The changes that every division has: printed numbers, and the word that records are complete. */
export const figureChangeCases = (division: Division): ChangeCase[] => {
  const [measure] = division.measures;
  if (!measure) return [];
  const { pascal } = graphqlNames(division.name);
  const { code } = measure;
  return [
    {
      mutation: `create${pascal}ReportedFigure`,
      input: number => ({ union: "vinh-phuc", code, ...tenDays(number), value: "12", asPrinted: "twelve", source }),
      invalid: [
        [{ code: "nobody.counts" }, "code"],
        [{ periodTo: null }, "periodTo"],
        [{ periodFrom: "1999-01-02", periodTo: "1999-01-01" }, "periodTo"],
        [{ union: "x".repeat(3000) }, "union"],
        [{ value: "1".repeat(131_000) }, "value"],
        [{ value: "-1" }, "value"],
        [{ asPrinted: "  " }, "asPrinted"],
        [{ locator: "x".repeat(500_000) }, "locator"],
        [{ source: { ...source, locator: "x".repeat(3000) } }, "source.locator"],
        [{ periodFrom: null, periodTo: null }, "statedAsOf"],
        [{ unit: "apples" }, "unit"],
        [{ asPrinted: "" }, "asPrinted"],
        [{ source: { ...source, title: "" } }, "source.title"],
      ],
    },
    {
      mutation: `correct${pascal}ReportedFigure`,
      of: `create${pascal}ReportedFigure`,
      input: () => ({ value: "13", reason: "misread" }),
      invalid: [[{ reason: "" }, "reason"], [{ unit: "apples" }, "unit"], [{ value: "-1" }, "value"], [{ asPrinted: " " }, "asPrinted"], [{ locator: "x".repeat(3000) }, "locator"]],
    },
    {
      mutation: `create${pascal}CompletePeriod`,
      input: number => ({ union: "vinh-phuc", code, ...tenDays(number) }),
      invalid: [[{ code: "nobody.counts" }, "code"], [{ periodFrom: "1999-01-02", periodTo: "1999-01-01" }, "periodTo"], [{ periodTo: "2999-01-01" }, "periodTo"], [{ union: "x".repeat(3000) }, "union"]],
    },
    {
      mutation: `end${pascal}CompletePeriod`,
      of: `create${pascal}CompletePeriod`,
      removes: true,
      input: () => ({ reason: "records were found to be missing" }),
      invalid: [[{ reason: "" }, "reason"]],
    },
  ];
};
