import { checkedPeriod, checkedYear, countsIn, readReportId, reportId } from "./report";

const unions = [{ id: "dong-nai", foundedOn: null, endedOn: null }];
const key = { unionId: "dong-nai", unions, from: "2014-01-01", to: "2014-12-31" };
const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const refuses = (argument: string) => expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", argument } });

it("finds a report by its id", () => expect(readReportId(reportId(key))).toEqual(key));

it("finds a report that was asked for before reports had several unions", () => expect(readReportId(forged(["dong-nai", key.from, key.to]))).toEqual(key));

it("finds one of several unions, with what is known of when they stood", () => {
  const several = { ...key, unionId: "phu-tho", unions: [{ id: "phu-tho", foundedOn: "2025-07-01", endedOn: null }, { id: "vinh-phuc", foundedOn: null, endedOn: "2025-06" }] };
  expect(readReportId(reportId(several))).toEqual(several);
});

it.each([
  ["flow", "2025-06-30", "2025-12-31", true], ["stock", "2025-06-01", "2025-06-30", true], ["stock", "2025-06-01", "2025-07-01", false], ["flow", "2025-07-01", "2025-12-31", false],
  ["flow", "1999-01-01", "1999-12-31", false], ["flow", "1999-01-01", "2000-01-01", true],
] as const)("a union that stood from 2000 to June 2025 has figures of a %s from %s to %s: %s", (kind, from, to, has) =>
  expect(countsIn({ id: "a", foundedOn: "2000", endedOn: "2025-06" }, kind, { from, to })).toBe(has));

it.each(["", "nonsense", forged([[], key.from, key.to]), forged([[["a", "soon", null]], key.from, key.to]), forged([["a", "b"], key.from, key.to]), forged(null), forged(["dong-nai"]), forged([1, key.from, key.to]), forged(["a", "2014-02-30", "2014-03-01"]), forged(["a", key.to, key.from]), forged(["a", "0001-01-01", "0001-12-31"])])(
  "takes %p as no report's id",
  id => expect(readReportId(id)).toBeNull(),
);

it("takes periods and years of which records are kept", () => {
  expect(checkedPeriod("1900-01-01", "2999-12-31")).toEqual({ from: "1900-01-01", to: "2999-12-31" });
  expect(checkedPeriod("2014-05-01", "2014-05-01")).toEqual({ from: "2014-05-01", to: "2014-05-01" });
  expect(checkedYear(1900)).toEqual({ from: "1900-01-01", to: "1900-12-31" });
});

it("refuses others, and names the argument", () => {
  expect(() => checkedPeriod("2014-12-31", "2014-01-01")).toThrow(refuses("to"));
  expect(() => checkedPeriod("1899-12-31", "2014-01-01")).toThrow(refuses("from"));
  expect(() => checkedPeriod("2014-01-01", "3000-01-01")).toThrow(refuses("to"));
  expect(() => checkedYear(1899)).toThrow(refuses("year"));
  expect(() => checkedYear(3000)).toThrow(refuses("year"));
});
