import { checkedPeriod, checkedYear, readReportId, reportId } from "./report";

const key = { unionId: "dong-nai", from: "2014-01-01", to: "2014-12-31" };
const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const refuses = (argument: string) => expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", argument } });

it("finds a report by its id", () => expect(readReportId(reportId(key))).toEqual(key));

it.each(["", "nonsense", forged(null), forged(["dong-nai"]), forged([1, key.from, key.to]), forged(["a", "2014-02-30", "2014-03-01"]), forged(["a", key.to, key.from]), forged(["a", "0001-01-01", "0001-12-31"])])(
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
