/** Calendar arithmetic on YYYY-MM-DD texts and on partial dates. Days have no time zone; only "today" needs one. */

const dayMs = 86_400_000;
const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

export const addDays = (day: string, days: number) => dayOf(instantOf(day) + days * dayMs);
export const daysBetween = (from: string, to: string) => Math.round((instantOf(to) - instantOf(from)) / dayMs);

// Made once: that costs more than all that is asked of it.
const inVietNam = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" });

/** Today in Viet Nam. */
export const today = () => inVietNam.format(Date.now());

export const startOf = (date: string) => date + "-01-01".slice(date.length - 4);
export const endOf = (date: string) => {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  // Not Date.UTC, to which a year below 100 means one of the last century.
  return dayOf(new Date(0).setUTCFullYear(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0));
};

export interface Period {
  /** First and last day. */
  from: string;
  to: string;
}

const isCalendarYear = ({ from, to }: Period) => from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`;
const yearAt = (year: number): Period => ({ from: `${String(year).padStart(4, "0")}-01-01`, to: `${String(year).padStart(4, "0")}-12-31` });

export const calendarYear = yearAt;

// Before it a database knows no dates that are written so.
const firstDay = "0001-01-01";

/** The period before: for a calendar year the year before, else the same number of days ending the day before, or as many as there are. */
export const previousPeriod = (period: Period): Period => {
  if (isCalendarYear(period)) return yearAt(Number(period.from.slice(0, 4)) - 1);
  const to = addDays(period.from, -1);
  const days = daysBetween(period.from, period.to);
  return { from: days > daysBetween(firstDay, to) ? firstDay : addDays(to, -days), to };
};

export const isSamePeriod = (a: Period, b: Period) => a.from === b.from && a.to === b.to;
