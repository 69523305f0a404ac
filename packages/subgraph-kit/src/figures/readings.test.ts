import { figureOf } from "./assembly.fixture";
import { FigureBasis, FigureQualifier } from "./figure";

const bases = (of: { readings: { basis: string; value: string; complete: boolean }[] }) =>
  of.readings.map(({ basis, value, complete }) => `${basis} ${value}${complete ? " complete" : ""}`);

describe("the preferred reading", () => {
  const growth = { year: 2014, aspect: "CHANGE_RATIO", value: "0.5" } as const;
  const before = { year: 2013, value: "20" };
  const printed = { year: 2014, value: "31" };
  const recorded = { 2014: { count: 3, value: "3" } };

  it("is the complete records", () => {
    const figure = figureOf("2014", { reported: [growth, before, printed], recorded, complete: ["2014"] });
    expect(bases(figure)).toEqual(["RECORDED 3 complete", "REPORTED 31", "IMPLIED 30"]);
    expect(figure).toMatchObject({ value: "3", basis: FigureBasis.RECORDED });
  });

  it("is what was printed, then what is implied, then records that may lack some", () => {
    expect(bases(figureOf("2014", { reported: [growth, before, printed], recorded }))).toEqual(["REPORTED 31", "IMPLIED 30", "RECORDED 3"]);
    expect(bases(figureOf("2014", { reported: [growth, before], recorded }))).toEqual(["IMPLIED 30", "RECORDED 3"]);
    expect(bases(figureOf("2014", { recorded }))).toEqual(["RECORDED 3"]);
  });

  it("is of the source that speaks for the latest time; of two for the same time, of the later published", () => {
    const sources = (date: string | null, id: string) => ({ source: { id, title: id, publisher: null, date, statedAsOf: null, locator: null } });
    const reported = [
      { year: 2014, value: "1", statedAsOf: "2014-12-31", ...sources("2016", "a") },
      { year: 2014, value: "2", statedAsOf: "2015", ...sources("2015", "b") },
      { year: 2014, value: "3", statedAsOf: "2015", ...sources("2016-02", "c") },
    ];
    expect(bases(figureOf("2014", { reported }))).toEqual(["REPORTED 3", "REPORTED 2", "REPORTED 1"]);
    expect(bases(figureOf("2014", { reported: [...reported].reverse() }))).toEqual(["REPORTED 3", "REPORTED 2", "REPORTED 1"]);
  });

  it("of two sources that agree in every time is the same whatever their order", () => {
    const reported = [{ year: 2014, value: "1", id: "a" }, { year: 2014, value: "2", id: "b" }];
    expect(figureOf("2014", { reported }).value).toBe("1");
    expect(figureOf("2014", { reported: [...reported].reverse() }).value).toBe("1");
  });
});

describe("unknown", () => {
  it("is null and never 0", () => {
    const nothing = { value: null, basis: null, readings: [], discrepancy: null, previous: null, changeRatio: null, target: null, attainmentRatio: null, unit: "count" };
    expect(figureOf("2014", {})).toEqual(nothing);
    expect(figureOf("2014", { recorded: { 2014: { count: 0 } } })).toEqual(nothing);
  });

  it("becomes 0 where the union said that there are no others", () => {
    const figure = figureOf("2014", { complete: ["2014"] });
    expect(figure).toMatchObject({ value: "0", basis: "RECORDED", readings: [{ qualifier: "EXACT", complete: true }] });
  });

  it("stays unknown where there are records and the value of none is known, complete or not", () => {
    const recorded = { 2014: { count: 2, value: null, unknown: 2 } };
    expect(figureOf("2014", { recorded }).value).toBeNull();
    expect(figureOf("2014", { recorded, complete: ["2014"] }).value).toBeNull();
  });

  it("of one record makes the sum of the others a lower bound, and so does a value that is one", () => {
    const qualifier = (recorded: object) => figureOf("2014", { recorded: { 2014: recorded } }).readings[0]?.qualifier;
    expect(qualifier({ count: 2, value: "5", unknown: 1 })).toBe(FigureQualifier.MORE_THAN);
    expect(qualifier({ count: 2, value: "5", qualifiers: ["MORE_THAN"] })).toBe(FigureQualifier.MORE_THAN);
    expect(qualifier({ count: 2, value: "5" })).toBe(FigureQualifier.EXACT);
  });

  it("is meant as its parts are, and is about right where they differ or where an amount is missing", () => {
    const qualifier = (recorded: object, unit = "people") => figureOf("2014", { unit, recorded: { 2014: { count: 2, value: "5", ...recorded } } }).readings[0]?.qualifier;
    expect(qualifier({ qualifiers: ["NEARLY"] })).toBe(FigureQualifier.NEARLY);
    expect(qualifier({ qualifiers: ["NEARLY"], unknown: 1 })).toBe(FigureQualifier.ABOUT);
    expect(qualifier({ qualifiers: ["MORE_THAN"], unknown: 1 })).toBe(FigureQualifier.MORE_THAN);
    expect(qualifier({ unknown: 1 }, "VND")).toBe(FigureQualifier.ABOUT);
  });
});

describe("the discrepancy", () => {
  it("is RECORDED minus the preferred REPORTED, exact, whether the records are complete or not", () => {
    const reported = [{ year: 2014, value: "1000000000000001", statedAsOf: "2015" }, { year: 2014, value: "5", statedAsOf: "2014" }];
    const recorded = { 2014: { value: "1000000000000004" } };
    expect(figureOf("2014", { reported, recorded }).discrepancy).toBe("3");
    expect(figureOf("2014", { reported, recorded, complete: ["2014"] }).discrepancy).toBe("3");
  });

  it("is null across units, and where one of both is missing", () => {
    expect(figureOf("2014", { unit: "VND", reported: [{ year: 2014, value: "9", unit: "USD" }], recorded: { 2014: { value: "4" } } }).discrepancy).toBeNull();
    expect(figureOf("2014", { reported: [{ year: 2014, value: "9" }] }).discrepancy).toBeNull();
  });
});

describe("a flow", () => {
  it("belongs to the very period that it names", () => {
    const facts = { reported: [{ periodFrom: "2014-01-01", periodTo: "2014-06-30", value: "7" }] };
    expect(figureOf("2014-01-01..2014-06-30", facts).value).toBe("7");
    expect(figureOf("2014", facts).value).toBeNull();
    expect(figureOf("2014-01-01..2014-06-29", facts).value).toBeNull();
  });

  it("is in the unit that was printed", () =>
    expect(figureOf("2014", { unit: "VND", reported: [{ year: 2014, value: "12.50", unit: "USD" }] })).toMatchObject({ unit: "USD", value: "12.5" }));
});

describe("a stock", () => {
  const stock = (...statements: [string, string][]) => ({ kind: "stock" as const, reported: statements.map(([statedAsOf, value], at) => ({ statedAsOf, value, id: `r${at}` })) });
  const facts = stock(["2014", "10"], ["2016-04", "12"]);

  it("holds from the end of the time for which it was stated", () => {
    expect(figureOf("2013", facts).value).toBeNull();
    expect(figureOf("2014-01-01..2014-12-30", facts).value).toBeNull();
    expect(figureOf("2014", facts).value).toBe("10");
    expect(figureOf("2015", facts).value).toBe("10");
  });

  it("until another is stated, which takes its place alone", () => {
    expect(figureOf("2016-01-01..2016-04-29", facts).value).toBe("10");
    expect(figureOf("2016-01-01..2016-04-30", facts).readings).toMatchObject([{ value: "12" }]);
    expect(figureOf("2020", facts).value).toBe("12");
  });

  it("stated twice for one time has both readings; the more exact time alone where one lies in the other", () => {
    expect(figureOf("2014", stock(["2014", "10"], ["2014", "9"])).readings).toHaveLength(2);
    expect(bases(figureOf("2014", stock(["2014", "10"], ["2014-12-31", "9"])))).toEqual(["REPORTED 9"]);
  });

  it("printed for a period whose source says no time is of the period's last day", () => {
    const figure = { kind: "stock" as const, reported: [{ year: 2014, value: "8" }] };
    expect([figureOf("2013", figure).value, figureOf("2014", figure).value, figureOf("2017", figure).value]).toEqual([null, "8", "8"]);
  });
});
