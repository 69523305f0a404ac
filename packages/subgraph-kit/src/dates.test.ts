import { addDays, calendarYear, daysBetween, endOf, isSamePeriod, previousPeriod, startOf, today } from "./dates";

describe("the span of a partial date", () => {
  it.each([
    ["2014", "2014-01-01", "2014-12-31"],
    ["2014-02", "2014-02-01", "2014-02-28"],
    ["2016-02", "2016-02-01", "2016-02-29"],
    ["1900-02", "1900-02-01", "1900-02-28"],
    ["2014-12", "2014-12-01", "2014-12-31"],
    ["2014-04-30", "2014-04-30", "2014-04-30"],
    ["0050-02", "0050-02-01", "0050-02-28"],
  ])("%s is from %s to %s", (date, from, to) => expect([startOf(date), endOf(date)]).toEqual([from, to]));
});

describe("the period before", () => {
  it.each([
    ["a year", "2014-01-01", "2014-12-31", "2013-01-01", "2013-12-31"],
    ["a leap year", "2016-01-01", "2016-12-31", "2015-01-01", "2015-12-31"],
    ["the year after a leap year", "2017-01-01", "2017-12-31", "2016-01-01", "2016-12-31"],
    ["a half year", "2014-01-01", "2014-06-30", "2013-07-04", "2013-12-31"],
    ["a March after a leap day", "2016-03-01", "2016-03-31", "2016-01-30", "2016-02-29"],
    ["one day", "2016-03-01", "2016-03-01", "2016-02-29", "2016-02-29"],
    ["two years", "2014-01-01", "2015-12-31", "2012-01-02", "2013-12-31"],
    ["twelve months that are no calendar year", "2014-04-01", "2015-03-31", "2013-04-01", "2014-03-31"],
    ["the first years that a report takes", "1900-01-01", "2999-12-31", "0800-01-01", "1899-12-31"],
    ["the time before those, which has less years before it", "0800-01-01", "1899-12-31", "0001-01-01", "0799-12-31"],
  ])("%s", (_what, from, to, before, until) => {
    const previous = previousPeriod({ from, to });
    expect(isSamePeriod(previous, { from: before, to: until })).toBe(true);
  });
});

it("counts days across months, leap days and changes of the clock", () => {
  expect(addDays("2016-02-28", 2)).toBe("2016-03-01");
  expect(addDays("2014-01-01", -1)).toBe("2013-12-31");
  expect(daysBetween("2016-02-28", "2016-03-01")).toBe(2);
  expect(calendarYear(2014)).toEqual({ from: "2014-01-01", to: "2014-12-31" });
});

it("is today in Viet Nam, where a day begins seven hours before it does in Greenwich", () => {
  jest.useFakeTimers({ now: new Date("2026-11-22T17:00:00Z") });
  expect(today()).toBe("2026-11-23");
  jest.setSystemTime(new Date("2026-11-22T16:59:59Z"));
  expect(today()).toBe("2026-11-22");
  jest.useRealTimers();
});
