import { BadInput, endOf, findCountry, refuseFuture, startOf } from "@huu-nghi/subgraph-kit";
import type { ResidenceAbroad } from "./residence-abroad";

export const givenCountry = (code: string): string => {
  if (code === "VN") throw new BadInput("country", "Viet Nam is not abroad. Who came back has `returned` at the end of the residence.");
  if (!findCountry(code)) throw new BadInput("country", `${code} is the code of no country.`);
  return code;
};

type Stay = Pick<ResidenceAbroad, "since" | "until" | "returned">;

/** Throws where a residence ends before it begins, or somebody came back from where they still live. */
export const checkStay = ({ since, until, returned }: Stay, end: string): void => {
  refuseFuture("since", since);
  if (until !== null && startOf(since) > endOf(until)) throw new BadInput(end, `It would end in ${until}, before it began in ${since}.`);
  if (returned && until === null) throw new BadInput("returned", "Who still lives there has not come back. Say until when it lasted.");
};

const mostPeople = 100_000_000;

export const givenNumber = (number: number): number => {
  if (number < 0 || number > mostPeople) throw new BadInput("number", `number is from 0 to ${mostPeople}.`);
  return number;
};
