import { BadInput } from "@huu-nghi/service-kit";
import { isLocalDate } from "@huu-nghi/service-kit";
import { calendarYear, type Period } from "../dates";

/** What the opaque id of a report carries, so that each division can answer for it. */
export interface ReportKey extends Period {
  unionId: string;
}

const [firstYear, lastYear] = [1900, 2999];

export const reportId = ({ unionId, from, to }: ReportKey) => Buffer.from(JSON.stringify([unionId, from, to])).toString("base64url");

/** Null for what is not the id of a report. */
export const readReportId = (id: string): ReportKey | null => {
  try {
    const [unionId, from, to] = JSON.parse(Buffer.from(id, "base64url").toString()) as [unknown, unknown, unknown];
    const isDay = (day: unknown): day is string => typeof day === "string" && isLocalDate(day);
    return typeof unionId === "string" && isDay(from) && isDay(to) && from <= to ? { unionId, from, to } : null;
  } catch {
    return null;
  }
};

/** A period that a client asks for; refuses one that ends before it begins. */
export const checkedPeriod = (from: string, to: string): Period => {
  if (from > to) throw new BadInput("to", `The period ends on ${to}, before it begins on ${from}.`);
  return { from, to };
};

export const checkedYear = (year: number): Period => {
  if (year < firstYear || year > lastYear) throw new BadInput("year", `year is ${year}; it must be from ${firstYear} to ${lastYear}.`);
  return calendarYear(year);
};
