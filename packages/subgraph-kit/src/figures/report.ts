import { BadInput, isLocalDate } from "@huu-nghi/service-kit";
import { calendarYear, type Period } from "../dates";

/** What the opaque id of a report carries, so that each division can answer for it. */
export interface ReportKey extends Period {
  unionId: string;
}

const [firstYear, lastYear] = [1900, 2999];

// Wide enough for every record, and such that the period before still has dates that a database knows.
const isCovered = (day: string) => Number(day.slice(0, 4)) >= firstYear && Number(day.slice(0, 4)) <= lastYear;

export const reportId = ({ unionId, from, to }: ReportKey) => Buffer.from(JSON.stringify([unionId, from, to])).toString("base64url");

/** Null for what is not the id of a report. */
export const readReportId = (id: string): ReportKey | null => {
  try {
    const [unionId, from, to] = JSON.parse(Buffer.from(id, "base64url").toString()) as [unknown, unknown, unknown];
    const isDay = (day: unknown): day is string => typeof day === "string" && isLocalDate(day);
    const isReport = typeof unionId === "string" && isDay(from) && isDay(to) && from <= to && isCovered(from) && isCovered(to);
    return isReport ? { unionId, from, to } : null;
  } catch {
    return null;
  }
};

/** A period that a client asks for; refuses one that ends before it begins, or lies in years of which nobody keeps records. */
export const checkedPeriod = (from: string, to: string, [first, last]: [string, string] = ["from", "to"]): Period => {
  if (from > to) throw new BadInput(last, `The period ends on ${to}, before it begins on ${from}.`);
  const outside = Object.entries({ [first]: from, [last]: to }).find(([, day]) => !isCovered(day));
  if (outside) throw new BadInput(outside[0], `${outside[0]} is ${outside[1]}; reports cover the years ${firstYear} to ${lastYear}.`);
  return { from, to };
};

export const checkedYear = (year: number): Period => {
  if (year < firstYear || year > lastYear) throw new BadInput("year", `year is ${year}; it must be from ${firstYear} to ${lastYear}.`);
  return calendarYear(year);
};
