import { isPartialDay } from "./day";
import { countries, countryGroup, countryGroups, countryName, formerState, formerStates, isAssignedCountry, membersOf } from "./index";

test("249 countries, each with both names, in order of code", () => {
  expect(countries()).toHaveLength(249);
  expect(new Set(countries().map(({ alpha3 }) => alpha3)).size).toBe(249);
  expect(countries().map(({ code }) => code)).toEqual(countries().map(({ code }) => code).sort());
  for (const { code, alpha3, name } of countries()) {
    expect(code).toMatch(/^[A-Z]{2}$/);
    expect(alpha3).toMatch(/^[A-Z]{3}$/);
    expect(name.vi && name.en).toBeTruthy();
  }
});

test.each([
  ["LA", "Lào", "Laos"],
  ["KR", "Hàn Quốc", "South Korea"],
  ["CZ", "Séc", "Czechia"],
  ["US", "Hoa Kỳ", "United States"],
  ["KH", "Campuchia", "Cambodia"],
  ["MM", "Myanmar", "Myanmar"],
  ["HK", "Hồng Kông (Trung Quốc)", "Hong Kong"],
  ["MO", "Ma Cao (Trung Quốc)", "Macao"],
  ["TW", "Đài Loan (Trung Quốc)", "Taiwan (Province of China)"],
])("%s is %s, %s", (code, vi, en) => {
  expect(isAssignedCountry(code)).toBe(true);
  expect(countryName(code)).toEqual({ vi, en });
});

test.each(["cz", "ZZ", "UK", "XK", "EU", "SU", "", "CZE", "constructor"])("%j is not assigned", (code) => {
  expect(isAssignedCountry(code)).toBe(false);
  expect(countryName(code)).toBeNull();
});

test("former states name assigned successors and dates in order", () => {
  expect(formerState("CSHH")).toMatchObject({ name: { vi: "Tiệp Khắc" }, until: "1992-12-31", successors: ["CZ", "SK"] });
  expect(formerState("SUHH")?.successors).toHaveLength(15);
  expect(formerState("cshh")).toBeNull();
  for (const { code, name, from, until, successors } of formerStates()) {
    expect(code).toMatch(/^[A-Z]{4}$/);
    expect(name.vi && name.en).toBeTruthy();
    expect(successors.length).toBeGreaterThan(0);
    expect(successors.filter((successor) => !isAssignedCountry(successor))).toEqual([]);
    expect(isPartialDay(until) && (from === null || (isPartialDay(from) && from < until))).toBe(true);
  }
});

test("groups have assigned members and dates in order", () => {
  expect(countryGroups().map(({ id }) => id)).toEqual(["ASEAN", "EU", "GMS"]);
  for (const { founded, members } of countryGroups()) {
    expect(isPartialDay(founded)).toBe(true);
    expect(members.length).toBeGreaterThan(0);
    for (const { country, from, until } of members) {
      expect(isAssignedCountry(country)).toBe(true);
      expect(isPartialDay(from) && from >= founded && (until === null || (isPartialDay(until) && from < until))).toBe(true);
    }
  }
});

test.each([
  ["1967-08-07", 0],
  ["1967-08-08", 5],
  ["1995-07-27", 6],
  ["1995-07-28", 7],
  ["1999-04-30", 10],
  ["2025-10-25", 10],
  ["2025-10-26", 11],
])("on %s ASEAN has %i members", (day, count) => {
  expect(membersOf("ASEAN", day)).toHaveLength(count);
});

test("Timor-Leste belongs to ASEAN from its day", () => {
  expect(membersOf("ASEAN", "2025-10-25")).not.toContain("TL");
  expect(membersOf("asean", "2025-10-26")).toContain("TL");
});

test("a member may leave", () => {
  expect(membersOf("EU", "2020-01-31")).toContain("GB");
  expect(membersOf("EU", "2020-02-01")).toHaveLength(27);
  expect(membersOf("GMS", "1992-05-01")).toEqual(["CN", "KH", "LA", "MM", "TH", "VN"]);
});

test("an unknown group is null, a date that is none is refused", () => {
  expect(countryGroup("ASEM")).toBeNull();
  expect(membersOf("ASEM", "2025-01-01")).toBeNull();
  expect(() => membersOf("ASEAN", "2025-02-30")).toThrow("not a day");
});

test("every member row belongs to a recorded group", () => {
  expect(countryGroups().reduce((sum, { members }) => sum + members.length, 0)).toBe(11 + 28 + 6);
});
