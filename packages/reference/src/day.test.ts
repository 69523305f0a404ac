import { assertDay, isPartialDay, isWithin, today } from "./day";

test.each(["2025-07-01", "2024-02-29", "2006-06", "1992"])("%s is a day, a month or a year", (text) => {
  expect(isPartialDay(text)).toBe(true);
});

test.each(["2025-02-29", "2025-13", "2025-7-1", "92", "", "2025-07-01T00:00", "2025-04-31"])("%j is none", (text) => {
  expect(isPartialDay(text)).toBe(false);
});

test("a month is not a day", () => {
  expect(() => assertDay("2006-06")).toThrow('not a day (YYYY-MM-DD): "2006-06"');
  expect(() => assertDay(today())).not.toThrow();
});

test("bounds count, a month or year counts whole, null is open", () => {
  expect(isWithin("2006-06-30", "2006-06-30", "2006-06")).toBe(true);
  expect(isWithin("2006-07-01", null, "2006-06")).toBe(false);
  expect(isWithin("1992-01-01", "1992", null)).toBe(true);
  expect(isWithin("1991-12-31", "1992", null)).toBe(false);
});
