import { createServer, ServerResponse, type IncomingMessage } from "node:http";
import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import express, { type ErrorRequestHandler, type Express } from "express";
import { departureOf } from "./departure";
import { Drain, type DrainTimes } from "./drain";
import { answerBy, sendAnswers, type Answer } from "./graphql-answer";
import { healthPages } from "./health-pages";
import { inTurn, takeWholeAddress, type HttpHandler, type HttpRequest, type HttpResponse } from "./http-handler";
import { libraryLog } from "./library-log";
import { listen } from "./listen";
import type { Log } from "./log";
import { maskError, Problem } from "./problem";
import { refuse } from "./refusal";
import { reportErrors } from "./report-errors";
import type { RequestContext } from "./request-context";
import { identify } from "./request-id";
import { notesOf, tellRequests } from "./request-line";
import { answerUnreadable } from "./unreadable";

export interface GraphqlService<Context extends RequestContext> {
  log: Log;
  host: string;
  /** 0 takes a free one. */
  port: number;
  apollo: ApolloServerOptions<Context>;
  context: (request: HttpRequest, base: RequestContext, locals: Record<string, unknown>) => Context | Promise<Context>;
  /** What holds for every answer of /graphql, refusals included. */
  everyAnswer?: HttpHandler[];
  /** Who may ask: runs before a request to /graphql is read as GraphQL, and may leave what it found in the response's locals. */
  admit?: HttpHandler[];
  /** Stands between a request that has been read and its answer; may answer it in another way. */
  aroundAnswers?: (answer: Answer) => Answer;
  /** Resolves when a query can be answered; rejects with the reason when not, which only a `NotReady` shows outside. */
  ready: () => Promise<unknown>;
  /** Pages beside /graphql. */
  pages?: (app: Express) => void;
  /** How large a request's body may be (1 MB). */
  bodyLimitBytes?: number;
  slowClients?: SlowClients;
  drain?: DrainTimes;
}

/** How long a client may take to send a request, so that slow ones do not hold connections for nothing. */
export interface SlowClients {
  headersMs?: number;
  requestMs?: number;
}

const checkSlowMs = 500;
// Longer than a load balancer keeps an idle connection, so that it is never us who closes one just as it is used.
const keepAliveMs = 65_000;
// Of a client that does not read its answer.
const stuckMs = 120_000;

export const defaultBodyLimitBytes = 1_048_576;

export interface RunningService {
  host: string;
  port: number;
  /** Where queries go: http://…/graphql. */
  url: string;
  /** Stops taking requests, finishes those in flight, then ends. */
  close: () => Promise<void>;
}

export interface GraphqlServer<Context extends RequestContext> extends RunningService {
  /** Asks in this process, past HTTP, as what `context` says; the answer's data. */
  execute: (query: string, context: Context) => Promise<Record<string, unknown> | null | undefined>;
}

class LocalResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> implements HttpResponse {
  locals: Record<string, unknown> = {};
}

const isQuery = ({ url = "" }: HttpRequest) => /^\/graphql(?:[/?]|$)/i.test(url);

const onlyGetOrPost: HttpHandler = ({ method }, response, next) => {
  if (method === "GET" || method === "POST") return next();
  response.setHeader("allow", "GET, POST");
  refuse(response, 405, new Problem("BAD_USER_INPUT", `${method} is not for queries. Send them by POST, or those that change nothing by GET.`));
};

/** Serves GraphQL over HTTP with health pages, request ids and masked errors; one way for every process of ours. */
export const serveGraphql = async <Context extends RequestContext>(service: GraphqlService<Context>): Promise<GraphqlServer<Context>> => {
  const app = express().disable("x-powered-by").disable("etag");
  const { headersMs = 10_000, requestMs = 20_000 } = service.slowClients ?? {};
  const patience = { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: checkSlowMs, keepAliveTimeout: keepAliveMs };
  const http = createServer({ ...patience, ServerResponse: LocalResponse }).setTimeout(stuckMs);
  const drain = new Drain(http, service.drain);

  const plugins: ApolloServerPlugin<Context>[] = [
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    // Both would start by themselves where the environment holds a key of Apollo's.
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
    reportErrors(service.log),
  ];
  const apollo = new ApolloServer<Context>({
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: maskError,
    // The library's own adds a line break, for which a long answer is copied once more.
    stringifyResult: value => JSON.stringify(value),
    logger: libraryLog(service.log),
    ...service.apollo,
    plugins: [...(service.apollo.plugins ?? []), ...plugins],
  } as ApolloServerOptions<Context>);
  await apollo.start();

  const answer = answerBy(apollo, async (request, response) => {
    const requestId = String(response.locals["requestId"]);
    return service.context(request, { requestId, log: service.log.child({ requestId }), notes: notesOf(response), departure: departureOf(response) }, response.locals);
  });
  const { everyAnswer = [], admit = [], aroundAnswers = same => same } = service;
  const read = express.json({ limit: service.bodyLimitBytes ?? defaultBodyLimitBytes }) as HttpHandler;
  const queries = inTurn([...everyAnswer, ...admit, onlyGetOrPost, read, sendAnswers(aroundAnswers(answer))]);
  const unreadable = answerUnreadable(service.log);
  healthPages(app, { log: service.log, isEnding: () => drain.started, ready: service.ready });
  service.pages?.(app);
  app.use((_request, response) => refuse(response, 404, new Problem("BAD_USER_INPUT", "Nothing is here; queries go to /graphql.")));
  app.use(((error, request, response, _next) => unreadable(error, request, response)) satisfies ErrorRequestHandler);
  const pages = app as unknown as HttpHandler;
  const way = inTurn([takeWholeAddress, identify, tellRequests(service.log), (request, response, next) => (isQuery(request) ? queries : pages)(request, response, next)]);
  http.on("request", (request, response) => way(request, response, fault => unreadable(fault as object, request, response)));

  const port = await listen(http, service.host, service.port).catch(async (error: unknown) => {
    await apollo.stop();
    throw error;
  });
  const address = service.host.includes(":") ? `[${service.host}]` : service.host;
  return {
    host: service.host,
    port,
    url: `http://${address}:${port}/graphql`,
    execute: async (query, contextValue) => {
      const { body } = await apollo.executeOperation({ query }, { contextValue });
      return body.kind === "single" ? body.singleResult.data : undefined;
    },
    close: async () => {
      await drain.end();
      await apollo.stop();
    },
  };
};
