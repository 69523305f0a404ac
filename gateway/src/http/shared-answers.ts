import { notesOf, type RequestNotes } from "@huu-nghi/service-kit";
import type { Request, RequestHandler, Response } from "express";
import { forwardedOf } from "../subgraph/forwarded-headers";
import { viewerOf } from "../viewer/admission";

interface Answer {
  status: number;
  headers: [name: string, value: string][];
  body: unknown;
  /** What the log says of it. */
  notes: RequestNotes;
}

type Waiter = (answer: Answer | undefined) => void;

// Anywhere in the text, so that nothing which could change something is ever shared; a query that only speaks of these is not shared either.
const mayChange = /mutation|subscription/;
// What the answer says of itself. Its encoding is each client's own.
const told = ["content-type", "cache-control", "x-request-id"];

interface Asked {
  query?: unknown;
  variables?: unknown;
  operationName?: unknown;
  extensions?: unknown;
}

/** All that may change a query's answer: what is asked, by whom, with which headers. Undefined for what is not shared. */
const keyOf = (request: Request, response: Response, forwardHeaders: readonly string[]) => {
  const { query, variables, operationName, extensions } = Object(request.body) as Asked;
  if (request.method !== "POST" || typeof query !== "string" || mayChange.test(query)) return undefined;
  const { accept, "accept-language": language } = request.headers;
  return JSON.stringify([query, variables, operationName, extensions, viewerOf(response.locals), forwardedOf(request.headers, forwardHeaders), accept, language]);
};

const answerWith = (response: Response, { status, headers, body, notes }: Answer) => {
  Object.assign(notesOf(response), notes);
  for (const [name, value] of headers) response.setHeader(name, value);
  response.status(status).send(body);
};

/**
 * Answers equal queries of one viewer that are under way at the same time with one answer; its request id is that of the
 * first. Nothing is kept: who asks a moment later gets an answer of their own.
 */
export const shareAnswers = (forwardHeaders: readonly string[]): RequestHandler => {
  const underWay = new Map<string, Waiter[]>();

  const lead = (key: string, response: Response) => {
    const waiters: Waiter[] = [];
    underWay.set(key, waiters);
    const end = (answer: Answer | undefined) => {
      if (underWay.get(key) === waiters) underWay.delete(key);
      for (const waiter of waiters.splice(0)) waiter(answer);
    };
    const send = response.send.bind(response);
    response.send = (body: unknown) => {
      const headers = told.flatMap((name): Answer["headers"] => (response.hasHeader(name) ? [[name, String(response.getHeader(name))]] : []));
      const { statusCode: status } = response;
      send(body);
      // A refusal names its own request.
      end(status < 400 && waiters.length > 0 ? { status, headers, body: typeof body === "string" ? Buffer.from(body) : body, notes: notesOf(response) } : undefined);
      return response;
    };
    // Its client left before there was an answer, so that there will be none.
    response.once("close", () => end(undefined));
  };

  return (request, response, next) => {
    const key = keyOf(request, response, forwardHeaders);
    if (key === undefined) return next();
    const waiters = underWay.get(key);
    if (!waiters) {
      lead(key, response);
      return next();
    }
    waiters.push(answer => {
      if (response.closed) return;
      if (answer) answerWith(response, answer);
      else next();
    });
  };
};
