import { figureOf } from "./assembly.fixture";

const growth = (value: string, year = 2014) => ({ year, aspect: "CHANGE_RATIO", value, asPrinted: `grew by ${value}` }) as const;
const percentage = (value: string, year = 2014) => ({ year, aspect: "ATTAINMENT_RATIO", value }) as const;
const printed = (year: number, value: string, unit = "count") => ({ year, value, unit });

describe("previous and the change", () => {
  it("are computed where both values are known, to 6 places", () =>
    expect(figureOf("2014", { reported: [printed(2014, "10"), printed(2013, "3")] })).toMatchObject({ previous: "3", changeRatio: "2.333333" }));

  it("are those of the year before, over a leap year too, and of as many days before for another period", () => {
    expect(figureOf("2017", { reported: [printed(2016, "4")] }).previous).toBe("4");
    const recorded = { "2016-01-30..2016-02-29": { value: "6" }, "2016-03-01..2016-03-31": { value: "3" } };
    expect(figureOf("2016-03-01..2016-03-31", { recorded })).toMatchObject({ previous: "6", changeRatio: "-0.5" });
  });

  it("prefer what is computed to a printed ratio where value and base are both known", () =>
    expect(figureOf("2014", { reported: [printed(2014, "110"), printed(2013, "100"), growth("0.2")] }).changeRatio).toBe("0.1"));

  it("are the source's own where it printed the ratio and not its base, which is implied", () =>
    expect(figureOf("2014", { reported: [printed(2014, "110"), growth("0.1250")] })).toMatchObject({ previous: "98", changeRatio: "0.125" }));

  it("are the source's own where the value is implied: rounding must not change what was printed", () =>
    expect(figureOf("2014", { reported: [printed(2013, "10"), growth("0.25")] })).toMatchObject({ value: "13", basis: "IMPLIED", previous: "10", changeRatio: "0.25" }));

  it("are the source's own where there is no value at all", () =>
    expect(figureOf("2014", { reported: [growth("0.25")], recorded: { 2013: { value: "3" } } })).toMatchObject({ value: null, previous: "3", changeRatio: "0.25" }));

  it("have no ratio to a base of zero, nor to another unit", () => {
    expect(figureOf("2014", { reported: [printed(2014, "10"), printed(2013, "0")] })).toMatchObject({ previous: "0", changeRatio: null });
    expect(figureOf("2014", { reported: [printed(2014, "10", "VND"), printed(2013, "5", "USD")] })).toMatchObject({ previous: null, changeRatio: null });
  });

  it("show no previous value in a unit that is not the figure's own", () =>
    expect(figureOf("2014", { unit: "VND", reported: [printed(2013, "5", "USD")] })).toMatchObject({ unit: "VND", value: null, previous: null }));
});

describe("an implied value", () => {
  it("follows from the next period and its growth, with the words it was derived from", () => {
    const figure = figureOf("2013", { reported: [printed(2014, "120"), growth("0.2")] });
    expect(figure.readings).toMatchObject([{ basis: "IMPLIED", value: "100", qualifier: "ABOUT", asPrinted: "grew by 0.2", complete: false }]);
  });

  it("follows from complete records, and not from records that may lack some", () => {
    const facts = { reported: [growth("0.5")], recorded: { 2013: { value: "10" } } };
    expect(figureOf("2014", facts).value).toBeNull();
    expect(figureOf("2014", { ...facts, complete: ["2013"] }).value).toBe("15");
  });

  it("does not follow from a fall to nothing", () => expect(figureOf("2013", { reported: [printed(2014, "0"), growth("-1")] }).value).toBeNull());

  it("follows from a plan and the percentage of it that was reached, rounded as its unit is", () => {
    const targets = { 2014: { value: "100.005", unit: "USD" } };
    expect(figureOf("2014", { unit: "USD", targets, reported: [{ ...percentage("0.5"), unit: "USD" }] })).toMatchObject({ value: "50", target: "100.01", attainmentRatio: "0.5" });
  });
});

describe("target and attainment", () => {
  it("are of the plan that is recorded, else of the one that was printed", () => {
    const reported = [printed(2014, "90"), { year: 2014, aspect: "TARGET", value: "120" } as const];
    expect(figureOf("2014", { reported })).toMatchObject({ target: "120", attainmentRatio: "0.75" });
    expect(figureOf("2014", { reported, targets: { 2014: { value: "100", unit: "count" } } })).toMatchObject({ target: "100", attainmentRatio: "0.9" });
  });

  it("of a printed percentage of the plan are the source's own and the plan that it implies", () =>
    expect(figureOf("2014", { reported: [printed(2014, "109841"), percentage("1.10")] })).toMatchObject({ target: "99855", attainmentRatio: "1.1" }));

  it("are known without the value", () => {
    expect(figureOf("2014", { targets: { 2014: { value: "100", unit: "count" } } })).toMatchObject({ value: null, target: "100", attainmentRatio: null });
    expect(figureOf("2014", { reported: [percentage("0.7")] })).toMatchObject({ value: null, target: null, attainmentRatio: "0.7" });
  });

  it("have no ratio to a plan of zero, nor to one in another unit", () => {
    expect(figureOf("2014", { reported: [printed(2014, "5")], targets: { 2014: { value: "0", unit: "count" } } })).toMatchObject({ target: "0", attainmentRatio: null });
    expect(figureOf("2014", { reported: [printed(2014, "5", "USD")], targets: { 2014: { value: "9", unit: "VND" } } })).toMatchObject({ target: null, attainmentRatio: null });
  });

  it("prefer what is computed to a printed percentage where value and plan are both known", () =>
    expect(figureOf("2014", { reported: [printed(2014, "50"), percentage("0.6")], targets: { 2014: { value: "100", unit: "count" } } }).attainmentRatio).toBe("0.5"));
});
