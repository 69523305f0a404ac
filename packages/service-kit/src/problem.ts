import { GraphQLError, type GraphQLFormattedError } from "graphql";

/** Every code a client can meet. The table with meanings is in the README. */
export const problemCodes = [
  "BAD_USER_INPUT",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "QUERY_TOO_COSTLY",
  "PERSISTED_QUERY_NOT_FOUND",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "CONFLICT",
  "IDEMPOTENCY_CONFLICT",
  "RATE_LIMITED",
  "OVERLOADED",
  "SUBGRAPH_UNAVAILABLE",
  "INTERNAL_SERVER_ERROR",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

const isProblemCode = (code: unknown): code is ProblemCode => problemCodes.includes(code as ProblemCode);

/** An error that was foreseen: its text is meant for the client, its code is from the table. */
export class Problem extends GraphQLError {
  constructor(code: ProblemCode, message: string, extensions: Record<string, unknown> = {}) {
    super(message, { extensions: { ...extensions, code } });
  }
}

/** What was sent cannot be taken; `argument` names which. */
export class BadInput extends Problem {
  constructor(argument: string, message: string, extensions: Record<string, unknown> = {}) {
    super("BAD_USER_INPUT", message, { argument, ...extensions });
  }
}

// Apollo's own codes for a request that is not a GraphQL request at all.
const apolloCodes = new Map<unknown, ProblemCode>([
  ["BAD_REQUEST", "BAD_USER_INPUT"],
  ["OPERATION_RESOLUTION_FAILURE", "BAD_USER_INPUT"],
  ["PERSISTED_QUERY_NOT_SUPPORTED", "BAD_USER_INPUT"],
]);

// What may stand beside a code. Anything else an error carries (stack, service, response) stays inside.
const publicExtensions = ["argument", "field", "fields", "candidates", "current", "division", "reason", "retryAfter", "limit", "requestId"];

const longest = 2000;
// Messages quote what was sent, which can be all that a body may hold; what is wrong with it stands at the end.
const inShort = (message: string) => (message.length > longest ? `${message.slice(0, longest / 2)} … ${message.slice(-longest / 2)}` : message);

/**
 * The only form in which an error leaves one of our processes: a code from the table, and for what was not
 * foreseen no text of its own, since that could hold SQL, addresses or another process's words.
 */
export const maskError = (error: GraphQLFormattedError): GraphQLFormattedError => {
  const given = error.extensions ?? {};
  const code = isProblemCode(given["code"]) ? given["code"] : apolloCodes.get(given["code"]);
  const located = { ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) };
  if (code === undefined || code === "INTERNAL_SERVER_ERROR") {
    const requestId = given["requestId"];
    const extensions = { code: "INTERNAL_SERVER_ERROR", ...(requestId !== undefined && { requestId }) };
    return { message: "Something went wrong here. Quote the request id when you report it.", ...located, extensions };
  }
  const kept = Object.fromEntries(publicExtensions.filter(name => given[name] !== undefined).map(name => [name, given[name]]));
  return { message: inShort(error.message), ...located, extensions: { code, ...kept } };
};

/** True for what our own code or the client's request explains; false for a fault that somebody must look at. */
export const isForeseen = (error: GraphQLError) => {
  const code = error.extensions["code"];
  return code !== "INTERNAL_SERVER_ERROR" && (isProblemCode(code) || apolloCodes.has(code));
};
