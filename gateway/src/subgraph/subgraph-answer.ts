import { maskError, problemCodes } from "@huu-nghi/service-kit";
import type { GraphQLFormattedError } from "graphql";
import { LinkFault } from "./link-fault";
import { isTooDeep } from "./nesting";
import type { SubgraphAnswer } from "./subgraph-request";

const noAnswer = (reason: string) => new LinkFault("no-answer", reason);

const parsed = (text: string, fault: LinkFault["outcome"], reason: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new LinkFault(fault, reason);
  }
};
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
// Some servers say so that there are none.
const isNone = (errors: unknown) => errors === null || (Array.isArray(errors) && errors.length === 0);
const isErrorList = (value: unknown): value is GraphQLFormattedError[] =>
  Array.isArray(value) && value.length > 0 && value.every(error => isRecord(error) && typeof error["message"] === "string");

// These say that our own document does not fit the subgraph, which is no fault of the client's.
const faultsOfOurs = ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "INTERNAL_SERVER_ERROR"];
const passes = (code: unknown) => problemCodes.some(known => known === code && !faultsOfOurs.includes(known));

const isPath = (path: unknown): path is (string | number)[] => Array.isArray(path) && path.every(key => typeof key === "string" || Number.isInteger(key));

/** The error as it may go on. The text of an unforeseen one is for the log only; the server's mask keeps it there. */
const outward = (division: string) => ({ message, path, extensions }: GraphQLFormattedError): GraphQLFormattedError => {
  const told = { message, ...(isPath(path) && { path }) };
  return passes(extensions?.["code"]) && !isTooDeep(extensions) ? maskError({ ...told, ...(extensions && { extensions }) }) : { ...told, extensions: { code: "INTERNAL_SERVER_ERROR", division } };
};

// Each one costs time that is everybody's, and nobody reads so many: one more stands for the rest.
const mostErrors = 1000;
const outwardAll = (division: string, errors: readonly GraphQLFormattedError[]) => {
  const told = errors.slice(0, mostErrors);
  if (errors.length > mostErrors) told.push({ message: `${errors.length - mostErrors} more errors of the division` });
  return told.map(outward(division));
};

const whole = (status: number, text: string): unknown => {
  if (status === 401) throw new LinkFault("unauthorized", "it refuses the gateway's signature: its keys are others, or its clock is");
  if (status >= 200 && status < 300) return parsed(text, "not-json", "its answer is not JSON");
  const [fault, reason] = [status < 500 ? "status-4xx" : "status-5xx", `HTTP status ${status}`] as const;
  // With a status of 4xx a GraphQL answer is a refusal in the protocol's own form, not a failure of the transport.
  const answer = status < 500 && status !== 403 ? parsed(text, fault, reason) : undefined;
  if (!isRecord(answer) || !isErrorList(answer["errors"])) throw new LinkFault(fault, reason);
  return { errors: answer["errors"] };
};

/**
 * What a division sent, as an answer that may go on. It is the word of another process, so nothing of it passes but data,
 * and errors whose code is from our table. Throws a `LinkFault` at whatever is not an answer to this request.
 */
export const answerIn = (division: string, status: number, text: string, entities: number | undefined): SubgraphAnswer => {
  const answer = whole(status, text);
  if (!isRecord(answer)) throw noAnswer("its answer is not an object");
  const { data } = answer;
  const errors = isNone(answer["errors"]) ? undefined : answer["errors"];
  if (errors !== undefined && !isErrorList(errors)) throw noAnswer("its errors are not a list of errors");
  if (data === undefined && errors === undefined) throw noAnswer("its answer has neither data nor errors");
  if (data !== undefined && data !== null && !isRecord(data)) throw noAnswer("its data is not an object");
  const given: unknown = data?.["_entities"];
  const ofEntities = entities !== undefined && data && !(given === null && errors);
  if (ofEntities && (!Array.isArray(given) || given.length !== entities)) throw noAnswer("it did not answer for each entity");
  return { ...(data !== undefined && { data }), ...(errors !== undefined && { errors: outwardAll(division, errors) }) };
};
