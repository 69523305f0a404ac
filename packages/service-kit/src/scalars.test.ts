import { type GraphQLScalarType, parseValue } from "graphql";
import { CountryCode, CurrencyCode, DateTime, Decimal, LocalDate, PartialDate } from "./scalars";

/** What becomes of a value that a client sends in a variable, and of the same value in the document. */
const taken = (scalar: GraphQLScalarType, value: unknown) => {
  const given = scalar.parseValue(value);
  expect(scalar.parseLiteral(parseValue(JSON.stringify(value)))).toBe(given);
  return given;
};

const refusals = (scalar: GraphQLScalarType, value: unknown) => {
  const refusal = { message: expect.stringContaining(`is not a ${scalar.name}: write`), extensions: { code: "BAD_USER_INPUT", scalar: scalar.name } };
  expect(() => scalar.parseValue(value)).toThrow(expect.objectContaining(refusal));
  if (value !== null) expect(() => scalar.parseLiteral(parseValue(JSON.stringify(value).replace(/^\{.*\}$/, "{a: 1}")))).toThrow(expect.objectContaining(refusal));
};

describe("Decimal", () => {
  it.each([
    ["0", "0"], ["7", "7"], ["007", "7"], ["-0", "0"], ["-0.00", "0"], ["-1.50", "-1.5"], ["0.708", "0.708"], ["00.10", "0.1"], ["100", "100"],
    ["1000000000000001", "1000000000000001"], ["1000000000000000.000000000000001", "1000000000000000.000000000000001"],
  ])("takes %p as %p", (sent, canonical) => expect(taken(Decimal, sent)).toBe(canonical));

  it.each(["", " 1", "1e3", "1E3", "+1", ".5", "5.", "1,000", "1.2.3", "NaN", "Infinity", "٣", "0x10", 7, 7.5, true, null, ["1"], { a: 1 }])("refuses %p", sent =>
    refusals(Decimal, sent));

  it("answers in its canonical form, whatever the database gives", () => {
    expect(Decimal.serialize("109841000000.00")).toBe("109841000000");
    expect(Decimal.serialize(12)).toBe("12");
  });

  it("reads a long number in time that grows with its length", () => {
    const started = Date.now();
    expect(Decimal.parseValue(`0.${"0".repeat(500_000)}1`)).toHaveLength(500_003);
    expect(Date.now() - started).toBeLessThan(1000);
  });
});

describe("LocalDate", () => {
  it.each(["2014-01-31", "2016-02-29", "0001-01-01", "9999-12-31", "2000-02-29"])("takes %p", sent => expect(taken(LocalDate, sent)).toBe(sent));
  it.each(["2014", "2014-01", "2014-02-30", "2015-02-29", "1900-02-29", "2014-13-01", "2014-00-01", "2014-01-00", "2014-1-1", "0000-01-01", "2014-01-31T00:00:00Z", " 2014-01-31", 20140131, null])(
    "refuses %p",
    sent => refusals(LocalDate, sent),
  );
});

describe("PartialDate", () => {
  it.each(["2014", "2014-02", "2016-02-29"])("takes %p", sent => expect(taken(PartialDate, sent)).toBe(sent));
  it.each(["2014-02-30", "2014-13", "2014-00", "0000", "14", "2014-", "2014-2", "02/2014", "20144", 2014, null])("refuses %p", sent => refusals(PartialDate, sent));
});

describe("DateTime", () => {
  it.each([
    ["2026-11-22T08:30:00Z", "2026-11-22T08:30:00.000Z"],
    ["2026-11-22T08:30:00.123456Z", "2026-11-22T08:30:00.123Z"],
    ["2026-11-22T08:30:00+07:00", "2026-11-22T01:30:00.000Z"],
    ["2026-01-01T00:30:00-05:30", "2026-01-01T06:00:00.000Z"],
  ])("takes %p as %p", (sent, utc) => expect(taken(DateTime, sent)).toBe(utc));

  it.each([
    "2026-11-22", "2026-11-22T08:30", "2026-11-22T08:30:00", "2026-11-22 08:30:00Z", "2026-02-30T08:30:00Z", "2026-11-22T24:00:00Z", "2026-11-22T08:60:00Z",
    "2026-11-22T08:30:60Z", "2026-11-22T08:30:00+24:00", "9999-12-31T23:59:59-01:00", "0001-01-01T00:00:00+01:00", 1_700_000_000, null,
  ])("refuses %p", sent => refusals(DateTime, sent));

  it("answers an instant of the database in UTC, with its milliseconds", () =>
    expect(DateTime.serialize(new Date("2026-11-22T01:30:00.123Z"))).toBe("2026-11-22T01:30:00.123Z"));
});

describe("CountryCode and CurrencyCode", () => {
  it.each(["LA", "ZZ", "CZ"])("takes %p, assigned or not", sent => expect(taken(CountryCode, sent)).toBe(sent));
  it.each(["cz", "Cz", "CZE", "C", "", "C1", "ČZ", " CZ", "CZ\n", 1, null])("refuses the country %p", sent => refusals(CountryCode, sent));
  it.each(["VND", "XXX"])("takes %p", sent => expect(taken(CurrencyCode, sent)).toBe(sent));
  it.each(["vnd", "VN", "VNDX", "", 704, null])("refuses the currency %p", sent => refusals(CurrencyCode, sent));
});

it("repeats no more of what was sent than serves to find it", () => {
  const sent = "x".repeat(10_000);
  expect(() => LocalDate.parseValue(sent)).toThrow(expect.objectContaining({ message: expect.stringMatching(/^.{0,140}$/) }));
});
