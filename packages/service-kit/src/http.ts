import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { ApolloServerPluginDrainHttpServer } from "@apollo/server/plugin/drainHttpServer";
import { expressMiddleware } from "@as-integrations/express5";
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from "express";
import { ConfigFault, OperatorFault } from "./config";
import { libraryLog } from "./library-log";
import type { Log } from "./log";
import { maskError, type ProblemCode } from "./problem";
import { reportErrors } from "./report-errors";
import type { RequestContext } from "./request-context";
import { codesOf, notesOf, tellRequests } from "./request-line";

/** Why a process cannot do all of its work just now, in words for whoever may see its health page. */
export class NotReady extends OperatorFault {}

export interface GraphqlService<Context extends RequestContext> {
  log: Log;
  host: string;
  /** 0 takes a free one. */
  port: number;
  apollo: ApolloServerOptions<Context>;
  context: (request: Request, base: RequestContext, locals: Record<string, unknown>) => Context | Promise<Context>;
  /** Who may ask: runs before a request to /graphql is read as GraphQL, and may leave what it found in the response's locals. */
  admit?: RequestHandler[];
  /** Resolves when a query can be answered; rejects with the reason when not, which only a `NotReady` shows outside. */
  ready: () => Promise<unknown>;
  /** Pages beside /graphql. */
  pages?: (app: Express) => void;
}

export interface RunningService {
  host: string;
  port: number;
  /** Where queries go: http://…/graphql. */
  url: string;
  /** Stops taking requests, finishes those in flight, then ends. */
  close: () => Promise<void>;
}

// A client's own id helps it to find its request; one of digits only could be a number of somebody's.
const givenRequestId = /^(?=.*[A-Za-z])[\w.-]{8,64}$/;
const requestIdOf = (request: Request) => {
  const given = request.get("x-request-id");
  return given !== undefined && givenRequestId.test(given) ? given : randomUUID();
};

const identify: RequestHandler = (request, response, next) => {
  response.locals["requestId"] = requestIdOf(request);
  response.set("x-request-id", response.locals["requestId"]);
  next();
};

// Apollo refuses what is not a GraphQL request before any plugin runs; such an error gets its id, and is noted, here.
const identifyRefusals: RequestHandler = (_request, response, next) => {
  const send = response.send.bind(response);
  response.send = (body: unknown) => {
    const isRefusal = response.statusCode >= 400 && typeof body === "string" && body.startsWith("{");
    if (!isRefusal) return send(body);
    const requestId = String(response.locals["requestId"]);
    const answer = JSON.parse(body) as { errors?: { extensions?: Record<string, unknown> }[] };
    const errors = answer.errors?.map(error => ({ ...error, extensions: { ...error.extensions, requestId } }));
    notesOf(response).errors = codesOf(errors);
    return send(JSON.stringify({ ...answer, ...(errors && { errors }) }));
  };
  next();
};

// Faults that whoever started the process can mend, so they are told without a stack.
const listenFaults: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} of ${host} is in use by another program. Stop that one, or choose another port: PORT=${port < 65000 ? port + 10 : 0}.`,
  EACCES: (host, port) => `Port ${port} of ${host} needs rights that this user does not have. Choose one from 1024 on.`,
  EADDRNOTAVAIL: host => `HOST is "${host}", which is no address of this machine.`,
  ENOTFOUND: host => `HOST is "${host}", which is no known name.`,
};

const listen = (http: Server, host: string, port: number) =>
  new Promise<number>((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) => {
      const fault = listenFaults[error.code ?? ""]?.(host, port);
      reject(fault === undefined ? error : new ConfigFault([fault]));
    });
    http.listen(port, host, () => resolve((http.address() as AddressInfo).port));
  });

// express's own answer is an HTML page with a stack; ours is the form of every other error.
const answerUnreadable =
  (log: Log): ErrorRequestHandler =>
  (error: { status?: number; type?: string }, _request, response, _next) => {
    const requestId = String(response.locals["requestId"]);
    const status = error.status !== undefined && error.status < 500 ? error.status : 500;
    const code: ProblemCode = status < 500 ? "BAD_USER_INPUT" : "INTERNAL_SERVER_ERROR";
    const message =
      error.type === "entity.too.large" ? "The request body is larger than 1 MB; send less at once."
      : error.type === "entity.parse.failed" ? "The request body is not JSON. Send {\"query\": \"…\", \"variables\": {…}}."
      : "The request cannot be read.";
    if (status === 500) log.error({ requestId, err: error }, "a request met a fault");
    response.status(status).json({ errors: [maskError({ message, extensions: { code, requestId } })] });
  };

export interface GraphqlServer<Context extends RequestContext> extends RunningService {
  /** Asks in this process, past HTTP, as what `context` says; the answer's data. */
  execute: (query: string, context: Context) => Promise<Record<string, unknown> | null | undefined>;
}

/** Serves GraphQL over HTTP with health pages, request ids and masked errors; one way for every process of ours. */
export const serveGraphql = async <Context extends RequestContext>(service: GraphqlService<Context>): Promise<GraphqlServer<Context>> => {
  const app = express().disable("x-powered-by").use(identify, tellRequests(service.log));
  const http = createServer(app);
  let draining = false;

  const plugins: ApolloServerPlugin<Context>[] = [
    ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 15_000 }),
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
    logger: libraryLog(service.log),
    ...service.apollo,
    plugins: [...(service.apollo.plugins ?? []), ...plugins],
  } as ApolloServerOptions<Context>);
  await apollo.start();

  app.get("/health/live", (_request, response) => void response.json({ status: "live" }));
  app.get("/health/ready", (_request, response, next) => {
    const answer = draining ? Promise.reject(new OperatorFault("It is ending.")) : service.ready();
    answer
      .then(() => response.json({ status: "ready" }))
      .catch((error: unknown) => {
        service.log.warn({ err: error }, "not ready");
        response.status(503).json({ status: draining ? "draining" : "not ready", ...(error instanceof NotReady && { reason: error.message }) });
      })
      .catch(next);
  });
  service.pages?.(app);
  app.use(
    "/graphql",
    identifyRefusals,
    ...(service.admit ?? []),
    express.json({ limit: "1mb" }),
    expressMiddleware(apollo, {
      context: async ({ req, res }) => {
        const requestId = String(res.locals["requestId"]);
        return service.context(req, { requestId, log: service.log.child({ requestId }), notes: notesOf(res) }, res.locals);
      },
    }),
  );
  app.use((_request, response) => {
    const extensions = { code: "BAD_USER_INPUT", requestId: String(response.locals["requestId"]) };
    response.status(404).json({ errors: [{ message: "Nothing is here; queries go to /graphql.", extensions }] });
  });
  app.use(answerUnreadable(service.log));

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
      draining = true;
      await apollo.stop();
    },
  };
};
