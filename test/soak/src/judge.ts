import { isDeepStrictEqual } from "node:util";
import type { Question } from "./questions";

export interface Answer {
  data?: unknown;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

/** Whether data are the right ones as far as they are there. */
const fits = (given: unknown, expected: unknown): boolean => {
  if (given === null) return true;
  if (typeof given !== "object" || typeof expected !== "object" || expected === null) return given === expected;
  if (Array.isArray(given) !== Array.isArray(expected) || Object.keys(given).length !== Object.keys(expected).length) return false;
  return Object.entries(given).every(([key, value]) => key in expected && fits(value, (expected as Record<string, unknown>)[key]));
};

/** What is wrong with an answer: nothing when it is the right one, or tells clearly of a division that was at fault. */
export const faultOf = ({ expected, refusal }: Question, answer: Answer, wasAtFault: (division: string) => boolean): string | undefined => {
  const { data, errors = [] } = answer;
  const codes = errors.map(({ extensions }) => String(extensions?.["code"]));
  if (refusal !== undefined) return codes.length > 0 && codes.every(code => code === refusal) && data === undefined ? undefined : `should be refused as ${refusal}`;
  if (errors.length === 0) return isDeepStrictEqual(data, expected) ? undefined : "data are wrong, or missing without an error";
  const unclear = errors.find(({ path, extensions }) => extensions?.["code"] !== "SUBGRAPH_UNAVAILABLE" || !path || !wasAtFault(String(extensions["division"])));
  if (unclear) return `an error that no fault explains: ${JSON.stringify(unclear)}`;
  return fits(data, expected) ? undefined : "data beside an error are wrong";
};
