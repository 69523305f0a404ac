import { combine, type Together } from "./combine";
import { figureOf, type Facts } from "./assembly.fixture";

const count = { unit: "count", countedOnce: false };
const once = { unit: "people", countedOnce: true };

/** Several unions in 2014, by what is known of each; the records of all as they were counted together. */
const together = (year: string, all: Facts, ...unions: Facts[]): Together => ({
  recorded: figureOf(year, all).readings.find(({ basis }) => basis === "RECORDED"),
  parts: unions.map((facts, at) => {
    const figure = figureOf(year, { unit: all.unit ?? "count", ...facts });
    return { unionId: `u${at}`, figure: { ...figure, readings: figure.readings.map(reading => ({ ...reading, unionId: `u${at}` })) } };
  }),
});
const in2014 = (measured: typeof count, all: Facts, ...unions: Facts[]) => {
  const of = { ...all, unit: measured.unit };
  return combine(measured, together("2014", of, ...unions), together("2013", of, ...unions));
};
const records = (value: string, ...others: string[]): Facts => ({ recorded: { 2014: { value }, ...(others[0] !== undefined && { 2013: { value: others[0] } }) } });
const printed = (value: string, more: object = {}): Facts => ({ reported: [{ year: 2014, value, ...more }] });

it("is what the records of all add up to where each prefers its own: what two have counts once", () => {
  const figure = in2014(count, records("7", "4"), records("5", "3"), records("4", "1"));
  expect(figure).toMatchObject({ value: "7", basis: "RECORDED", previous: "4", changeRatio: "0.75", discrepancy: null });
  expect(figure.readings).toMatchObject([{ basis: "RECORDED", value: "7" }]);
});

it("is the sum of what each prefers, with each reading of which union it is", () => {
  const figure = in2014(count, records("5"), { ...records("5"), ...printed("6", { qualifier: "ABOUT", asPrinted: "about six" }) }, printed("4"));
  expect(figure).toMatchObject({ value: "10", basis: "REPORTED", discrepancy: "-5" });
  expect(figure.readings).toMatchObject([
    { basis: "REPORTED", value: "10", qualifier: "ABOUT", asPrinted: null, source: null, unionId: null },
    { basis: "RECORDED", value: "5" },
    { basis: "REPORTED", value: "6", asPrinted: "about six", unionId: "u0" },
    { basis: "REPORTED", value: "4", unionId: "u1" },
  ]);
});

it("has the weakest basis", () => {
  expect(in2014(count, records("3"), records("3"), printed("4"))).toMatchObject({ value: "7", basis: "RECORDED" });
  const complete = { ...records("3"), complete: ["2014"] };
  expect(in2014(count, records("3"), complete, printed("4"))).toMatchObject({ value: "7", basis: "REPORTED" });
  const implied: Facts = { reported: [{ year: 2013, value: "10" }, { year: 2014, aspect: "CHANGE_RATIO", value: "0.5" }] };
  expect(in2014(count, {}, implied, printed("4"))).toMatchObject({ value: "19", basis: "IMPLIED", readings: [{ qualifier: "ABOUT" }, {}, {}] });
});

it("is a lower bound where one that stood then is not known, and nothing where none is: never 0", () => {
  expect(in2014(count, {}, printed("4"), {})).toMatchObject({ value: "4", readings: [{ qualifier: "MORE_THAN", unionId: null }, { qualifier: "EXACT", unionId: "u0" }] });
  expect(in2014({ unit: "VND", countedOnce: false }, {}, printed("4", { unit: "VND" }), {})).toMatchObject({ readings: [{ qualifier: "ABOUT" }, {}] });
  expect(in2014(count, {}, {}, {})).toMatchObject({ value: null, basis: null, readings: [], previous: null, changeRatio: null });
});

it("of what is counted once is no sum", () => {
  const printedPeople = printed("4", { unit: "people" });
  expect(in2014(once, records("7"), records("5"), records("4"))).toMatchObject({ value: "7" });
  const mixed = in2014(once, records("5"), records("5"), printedPeople);
  expect(mixed).toMatchObject({ value: null, basis: null, discrepancy: null, readings: [{ basis: "RECORDED", value: "5" }, { basis: "REPORTED", unionId: "u1" }] });
  expect(in2014(once, {}, printedPeople)).toMatchObject({ value: "4", basis: "REPORTED" });
});

it("adds nothing up that is in two units", () =>
  expect(in2014({ unit: "VND", countedOnce: false }, {}, printed("4", { unit: "VND" }), printed("5", { unit: "USD" }))).toMatchObject({ value: null, unit: "VND", readings: [{ unit: "VND" }, { unit: "USD" }] }));

it("of one that stood alone is its own, printed ratios and plans included", () => {
  const facts: Facts = { reported: [{ year: 2014, value: "12" }, { year: 2014, aspect: "CHANGE_RATIO", value: "0.125" }, { year: 2014, aspect: "ATTAINMENT_RATIO", value: "1.5" }] };
  expect(in2014(count, {}, facts)).toEqual({ ...figureOf("2014", facts), readings: [expect.objectContaining({ value: "12", unionId: "u0" })] });
});

it("has a target where each has one", () => {
  const planned: Facts = { ...printed("8"), targets: { 2014: { value: "10", unit: "count" } } };
  expect(in2014(count, {}, planned, planned)).toMatchObject({ value: "16", target: "20", attainmentRatio: "0.8" });
  expect(in2014(count, {}, planned, printed("8"))).toMatchObject({ value: "16", target: null, attainmentRatio: null });
});

it("leaves what was last printed of one that had ended out of every total, and tells it last", () => {
  const now = { ...together("2014", count, { kind: "stock", ...printed("4") }), ended: [figureOf("2014", { kind: "stock", ...printed("10"), ...records("9") })] };
  const before = together("2013", count, { kind: "stock" });
  expect(combine(count, now, before)).toMatchObject({ value: "4", basis: "REPORTED", readings: [{ value: "4" }, { basis: "REPORTED", value: "10" }] });
  expect(combine(count, { ...now, parts: [] }, before)).toMatchObject({ value: null, basis: null, readings: [{ basis: "REPORTED", value: "10" }] });
});
