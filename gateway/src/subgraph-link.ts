import { RemoteGraphQLDataSource, type GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import { maskError, Problem, problemCodes, type Log, type RequestContext } from "@huu-nghi/service-kit";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { missingPaths } from "./missing-paths";

export interface SubgraphLinkOptions {
  /** The subgraph's name in the supergraph; the only thing of it that a client may learn. */
  division: string;
  url: string;
  timeoutMs: number;
  log: Log;
}

type Fetcher = RemoteGraphQLDataSource["fetcher"];
type FetcherResponse = Awaited<ReturnType<Fetcher>>;
type SubgraphRequest = GraphQLDataSourceProcessOptions<RequestContext>;
type Answer = Awaited<ReturnType<RemoteGraphQLDataSource["process"]>>;

/** A GraphQL answer with a status of 4xx: a refusal in the protocol's own form, not a failure of the transport. */
class Refusal extends GraphQLError {
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super("The subgraph refused the request.");
  }
}

// The library also sends requests of its own, such as health checks, which belong to no client.
const isOfClient = (options: SubgraphRequest) => "incomingRequestContext" in options;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isErrorList = (value: unknown): value is GraphQLFormattedError[] =>
  Array.isArray(value) && value.length > 0 && value.every(error => isRecord(error) && typeof error["message"] === "string");

// These say that our own document does not fit the subgraph, which is no fault of the client's.
const faultsOfOurs = ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "INTERNAL_SERVER_ERROR"];
const passes = (code: unknown) => problemCodes.some(known => known === code && !faultsOfOurs.includes(known));

/**
 * The connection to one subgraph. What comes over it is the word of another process, so nothing of it reaches a
 * client but data, and errors whose code is from our table. Whatever is not a GraphQL answer is the same to a
 * client: the division's part is missing.
 */
export class SubgraphLink extends RemoteGraphQLDataSource<RequestContext> {
  constructor(private readonly options: SubgraphLinkOptions) {
    super({ url: options.url });
    const send = (url: string, init?: object) => fetch(url, { ...init, redirect: "error", signal: AbortSignal.timeout(options.timeoutMs) });
    this.fetcher = send as unknown as Fetcher;
  }

  override willSendRequest(options: SubgraphRequest) {
    if (isOfClient(options)) options.request.http?.headers.set("x-request-id", options.context.requestId);
  }

  override async errorFromResponse(response: FetcherResponse): Promise<GraphQLError> {
    const { status } = response;
    const body: unknown = await response.json().catch(() => undefined);
    const isRefusal = status >= 400 && status < 500 && status !== 401 && status !== 403;
    if (isRefusal && isRecord(body) && isErrorList(body["errors"])) return new Refusal(body["errors"]);
    return new GraphQLError(`HTTP status ${status}`);
  }

  override async process(options: SubgraphRequest): Promise<Answer> {
    try {
      const answer = await super.process(options);
      this.check(answer, options);
      return { ...answer, errors: answer.errors?.map(error => this.outward(error)) };
    } catch (error) {
      if (error instanceof Refusal) return { errors: error.errors.map(refused => this.outward(refused)) };
      return this.unavailable(error, options);
    }
  }

  private check({ data, errors }: Answer, { request }: SubgraphRequest) {
    if (errors !== undefined && !isErrorList(errors)) throw new Error("its errors are not a list of errors");
    if (data === undefined && errors === undefined) throw new Error("its answer has neither data nor errors");
    if (data !== undefined && data !== null && !isRecord(data)) throw new Error("its data is not an object");
    const asked: unknown = request.variables?.["representations"];
    const given: unknown = data?.["_entities"];
    if (!Array.isArray(asked) || !data || (given === null && errors)) return;
    if (!Array.isArray(given) || given.length !== asked.length) throw new Error("it did not answer for each entity");
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
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const requestId: unknown = options.context["requestId"];
    log.warn({ division, requestId, reason: String(cause) }, "a division does not answer");
    const message = `The division ${division} does not answer now; its part is missing. Ask again later.`;
    const { extensions } = new Problem("SUBGRAPH_UNAVAILABLE", message, { division });
    const place = (isOfClient(options) && options.pathInIncomingRequest) || [];
    const list = place.indexOf("@");
    // All items of a list miss the same: one error says so. What is thrown keeps its path as it is.
    if (list >= 0) throw new GraphQLError(message, { path: place.slice(0, list), extensions });
    return { errors: missingPaths(options.request.query ?? "").map(path => new GraphQLError(message, { path, extensions })) };
  }
}
