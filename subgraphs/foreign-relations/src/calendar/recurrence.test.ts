import { nearestRecurrence, recurrences } from "./recurrence";

const on = (originalDate: string) => ({ dayOfYear: originalDate.slice(5), originalDate });

describe("the recurrences of a date", () => {
  it("are numbered by the years since the original", () => {
    expect(recurrences(on("1973-09-21"), { from: "2022-09-22", to: "2024-09-21" })).toEqual([
      { date: "2023-09-21", ordinal: 50 },
      { date: "2024-09-21", ordinal: 51 },
    ]);
  });

  it("begin in the year after the original", () => {
    expect(recurrences(on("2023-06-15"), { from: "2021-01-01", to: "2024-12-31" })).toEqual([{ date: "2024-06-15", ordinal: 1 }]);
  });

  it("have no number where nobody says when the original was", () => {
    expect(recurrences({ dayOfYear: "05-01", originalDate: null }, { from: "2022-05-01", to: "2022-05-01" })).toEqual([{ date: "2022-05-01", ordinal: null }]);
  });

  it("of 29 February fall on the 28th in other years", () => {
    const dates = recurrences(on("1992-02-29"), { from: "2023-01-01", to: "2024-12-31" }).map(({ date }) => date);
    expect(dates).toEqual(["2023-02-28", "2024-02-29"]);
  });

  it("are none where the period ends before it begins", () => {
    expect(recurrences(on("1973-09-21"), { from: "2024-01-01", to: "2023-01-01" })).toEqual([]);
  });
});

describe("the recurrence that an event belongs to", () => {
  it.each([
    ["2023-09-21", "09-21", "2023-09-21"],
    ["2023-12-20", "01-18", "2024-01-18"],
    ["2024-02-10", "12-02", "2023-12-02"],
    ["2024-01", "12-02", "2023-12-02"],
    ["2023", "01-18", "2023-01-18"],
    ["2023-03-01", "02-29", "2023-02-28"],
  ])("of %s for %s is %s", (date, dayOfYear, day) => {
    expect(nearestRecurrence(date, dayOfYear)).toBe(day);
  });
});
