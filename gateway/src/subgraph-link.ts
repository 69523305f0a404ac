import { randomUUID } from "node:crypto";
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import { sign, visitor, type KeyRing } from "@huu-nghi/identity";
import { maskError, Problem, problemCodes, type Log } from "@huu-nghi/service-kit";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { GatewayContext } from "./gateway-context";
import { missingPaths } from "./missing-paths";
import { networkFault } from "./network-fault";

export interface SubgraphLinkOptions {
  /** The subgraph's name in the supergraph; the only thing of it that a client may learn. */
  division: string;
  url: string;
  timeoutMs: number;
  log: Log;
  /** Without them requests are not signed. */
  keys?: KeyRing | undefined;
}

type SubgraphRequest = GraphQLDataSourceProcessOptions<GatewayContext>;
type Answer = Awaited<ReturnType<GraphQLDataSource["process"]>>;

/** Something came that is no answer. Says so in our own words, and holds nothing of what came. */
class NoAnswer extends Error {}

/** The subgraph says that it does not know us: nothing that the client could mend. */
class NotRecognized extends NoAnswer {}

// The library also sends requests of its own, such as health checks, which belong to no client.
const isOfClient = (options: SubgraphRequest) => "incomingRequestContext" in options;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new NoAnswer("its answer is not JSON");
  }
};
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isErrorList = (value: unknown): value is GraphQLFormattedError[] =>
  Array.isArray(value) && value.length > 0 && value.every(error => isRecord(error) && typeof error["message"] === "string");

// These say that our own document does not fit the subgraph, which is no fault of the client's.
const faultsOfOurs = ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "INTERNAL_SERVER_ERROR"];
const passes = (code: unknown) => problemCodes.some(known => known === code && !faultsOfOurs.includes(known));

/**
 * The connection to one subgraph. Over it go the query, who asks, and the gateway's signature of both; no header of a
 * client does. What comes back is the word of another process, so nothing of it reaches a client but data, and errors
 * whose code is from our table. Whatever is not a GraphQL answer is the same to a client: the division's part is missing.
 */
export class SubgraphLink implements GraphQLDataSource<GatewayContext> {
  constructor(private readonly options: SubgraphLinkOptions) {}

  async process(options: SubgraphRequest): Promise<Answer> {
    try {
      const answer = this.checked(await this.send(options), options);
      return { ...answer, errors: answer.errors?.map(error => this.outward(error)) };
    } catch (error) {
      return this.unavailable(error, options);
    }
  }

  private async send(options: SubgraphRequest): Promise<unknown> {
    const { url, timeoutMs } = this.options;
    const { query, variables, operationName } = options.request;
    const body = JSON.stringify({ query, variables, operationName });
    const headers = { "content-type": "application/json", ...this.credentials(options, body) };
    const response = await fetch(url, { method: "POST", headers, body, redirect: "error", signal: AbortSignal.timeout(timeoutMs) });
    const text = await response.text();
    if (response.status === 401) throw new NotRecognized("it refuses the gateway's signature: its keys are others, or its clock is");
    if (response.ok) return parsed(text);
    // With a status of 4xx a GraphQL answer is a refusal in the protocol's own form, not a failure of the transport.
    const answer = response.status < 500 && response.status !== 403 ? parsed(text) : undefined;
    if (!isRecord(answer) || !isErrorList(answer["errors"])) throw new NoAnswer(`HTTP status ${response.status}`);
    return { errors: answer["errors"] };
  }

  private credentials(options: SubgraphRequest, body: string): Record<string, string> {
    const { requestId, viewer } = isOfClient(options) ? options.context : { requestId: randomUUID(), viewer: visitor };
    const { keys, url } = this.options;
    if (!keys) return { "x-request-id": requestId };
    const { pathname, search } = new URL(url);
    return sign({ method: "POST", path: pathname + search, requestId, body, viewer }, keys.signing());
  }

  private checked(answer: unknown, { request }: SubgraphRequest): Answer {
    if (!isRecord(answer)) throw new NoAnswer("its answer is not an object");
    const { data, errors } = answer;
    if (errors !== undefined && !isErrorList(errors)) throw new NoAnswer("its errors are not a list of errors");
    if (data === undefined && errors === undefined) throw new NoAnswer("its answer has neither data nor errors");
    if (data !== undefined && data !== null && !isRecord(data)) throw new NoAnswer("its data is not an object");
    const asked: unknown = request.variables?.["representations"];
    const given: unknown = data?.["_entities"];
    const ofEntities = Array.isArray(asked) && data && !(given === null && errors);
    if (ofEntities && (!Array.isArray(given) || given.length !== asked.length)) throw new NoAnswer("it did not answer for each entity");
    return { ...(data !== undefined && { data }), ...(errors !== undefined && { errors }) };
  }

  /** The error as it may go on. The text of an unforeseen one is for the log only; the server's mask keeps it there. */
  private outward(error: GraphQLFormattedError) {
    const { message, path, extensions } = passes(error.extensions?.["code"])
      ? maskError(error)
      : { ...error, extensions: { code: "INTERNAL_SERVER_ERROR", division: this.options.division } };
    return new GraphQLError(message, { path, extensions });
  }

  private unavailable(error: unknown, options: SubgraphRequest): Answer {
    const { division, log } = this.options;
    const facts = { division, requestId: options.context["requestId"] as unknown, reason: error instanceof NoAnswer ? error.message : networkFault(error) };
    if (error instanceof NotRecognized) log.error(facts, "a division does not know this gateway: none of its data are shown until that is mended");
    else log.warn(facts, "a division does not answer");
    const message = `The division ${division} does not answer now; its part is missing. Ask again later.`;
    const { extensions } = new Problem("SUBGRAPH_UNAVAILABLE", message, { division });
    const place = (isOfClient(options) && options.pathInIncomingRequest) || [];
    const list = place.indexOf("@");
    // All items of a list miss the same: one error says so. What is thrown keeps its path as it is.
    if (list >= 0) throw new GraphQLError(message, { path: place.slice(0, list), extensions });
    return { errors: missingPaths(options.request.query ?? "").map(path => new GraphQLError(message, { path, extensions })) };
  }
}
