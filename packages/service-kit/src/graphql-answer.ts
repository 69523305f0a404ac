import { HeaderMap, type ApolloServer } from "@apollo/server";
import { headerOf, send, type HttpHandler, type HttpRequest, type HttpResponse } from "./http-handler";
import type { RequestContext } from "./request-context";
import { codesOf, notesOf } from "./request-line";

/** An answer to a GraphQL request, before it is sent. */
export interface GraphqlAnswer {
  status: number;
  headers: Iterable<[name: string, value: string]>;
  body: string | Buffer;
}

/** Answers a request whose body has been read. */
export type Answer = (request: HttpRequest, response: HttpResponse) => Promise<GraphqlAnswer>;

const headersOf = (request: HttpRequest) => {
  const headers = new HeaderMap();
  for (const name of Object.keys(request.headers)) {
    const value = headerOf(request, name);
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
};

const searchOf = ({ url = "" }: HttpRequest) => {
  const start = url.indexOf("?");
  return start < 0 ? "" : url.slice(start);
};

interface Refusal {
  errors?: { extensions?: Record<string, unknown> }[];
}

/** Apollo refuses what is not a GraphQL request before any plugin runs; such an error gets its id, and is noted, here. */
const identified = (body: string, response: HttpResponse) => {
  const requestId = String(response.locals["requestId"]);
  const refusal = JSON.parse(body) as Refusal;
  const errors = refusal.errors?.map(error => ({ ...error, extensions: { ...error.extensions, requestId } }));
  notesOf(response).errors = codesOf(errors);
  return JSON.stringify({ ...refusal, ...(errors && { errors }) });
};

/** Answers by an Apollo server. */
export const answerBy =
  <Context extends RequestContext>(apollo: ApolloServer<Context>, context: (request: HttpRequest, response: HttpResponse) => Promise<Context>): Answer =>
  async (request, response) => {
    const { status = 200, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method!.toUpperCase(), headers: headersOf(request), search: searchOf(request), body: request.body },
      context: () => context(request, response),
    });
    if (body.kind !== "complete") throw new Error("An answer comes in one piece; this one does not.");
    const isRefusal = status >= 400 && body.string.startsWith("{");
    return { status, headers, body: isRefusal ? identified(body.string, response) : body.string };
  };

/** Sends the answer of each request. */
export const sendAnswers =
  (answer: Answer): HttpHandler =>
  async (request, response) => {
    const { status, headers, body } = await answer(request, response);
    if (response.closed) return;
    for (const [name, value] of headers) response.setHeader(name, value);
    send(response, status, body);
  };
