import { BadInput, Problem } from "@huu-nghi/service-kit";
import { startOf, today } from "../dates";

/** What happened has happened: refuses a date that is yet to come, by all that it says. */
export const refuseFuture = (argument: string, date: string | null | undefined): void => {
  if (date != null && startOf(date) > today()) throw new BadInput(argument, `${argument} is ${date}, which is yet to come. Write it down when it has happened.`);
};

/** The same of several dates, by the arguments that give them. */
export const refuseFutures = (dates: Record<string, string | null | undefined>): void => {
  for (const [argument, date] of Object.entries(dates)) refuseFuture(argument, date);
};

/** Refuses a second end; `ended` is what happened to it, such as "The union ended". */
export const refuseSecondEnd = (ended: string, on: string | null, { version }: { version: number }, correct: string): void => {
  if (on !== null) throw new Problem("CONFLICT", `${ended} in ${on} already. If that is wrong, correct it with ${correct}.`, { current: version });
};
