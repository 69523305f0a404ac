import { graphqlNames, type Division } from "@huu-nghi/subgraph-kit";
import type { ChangeCase } from "./changes";

const source = { title: "A report to try", publisher: "Nobody", date: "2026" };

/** The changes that every division has: printed numbers, and the word that records are complete. */
export const figureChangeCases = (division: Division): ChangeCase[] => {
  const [measure] = division.measures;
  if (!measure) return [];
  const { pascal } = graphqlNames(division.name);
  const { code } = measure;
  return [
    {
      mutation: `create${pascal}ReportedFigure`,
      input: number => ({ union: "vinh-phuc", code, periodFrom: `${1900 + number}-01-01`, periodTo: `${1900 + number}-12-31`, value: "12", asPrinted: "twelve", source }),
      invalid: [
        [{ code: "nobody.counts" }, "code"],
        [{ periodTo: null }, "periodTo"],
        [{ periodFrom: "1999-01-02", periodTo: "1999-01-01" }, "to"],
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
      invalid: [[{ reason: "" }, "reason"], [{ unit: "apples" }, "unit"]],
    },
    {
      mutation: `create${pascal}CompletePeriod`,
      input: number => ({ union: "vinh-phuc", code, periodFrom: `${1900 + number}-01-01`, periodTo: `${1900 + number}-12-31` }),
      invalid: [[{ code: "nobody.counts" }, "code"], [{ periodFrom: "1999-01-02", periodTo: "1999-01-01" }, "to"]],
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
