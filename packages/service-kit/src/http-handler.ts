import type { IncomingMessage, ServerResponse } from "node:http";

/** A request, with its body once that has been read. */
export interface HttpRequest extends IncomingMessage {
  body?: unknown;
}

/** A response, and what its handlers tell one another. */
export interface HttpResponse extends ServerResponse {
  locals: Record<string, unknown>;
}

/**
 * A step on a request's way, which answers it or calls `next`. It uses Node's own request and response, so that it can
 * stand before GraphQL, where express would cost more than all steps together, and before an express page.
 */
export type HttpHandler = (request: HttpRequest, response: HttpResponse, next: (fault?: unknown) => void) => unknown;

/** Steps one after the other as one. */
export const inTurn =
  (handlers: readonly HttpHandler[]): HttpHandler =>
  (request, response, done) => {
    let at = 0;
    const next = (fault?: unknown): void => {
      const handler = handlers[at++];
      if (fault !== undefined || !handler) return done(fault);
      try {
        const ended = handler(request, response, next);
        if (ended instanceof Promise) ended.catch(next);
      } catch (error) {
        next(error);
      }
    };
    next();
  };

/** Some proxies ask for a whole address, which means the same as its path. */
export const takeWholeAddress: HttpHandler = (request, _response, next) => {
  const path = /^https?:\/\/[^/?#]*(.*)$/i.exec(request.url ?? "")?.[1];
  if (path !== undefined) request.url = path.startsWith("/") ? path : `/${path}`;
  next();
};

/** Ends a response, whose headers may be set already, with all of its body. */
export const send = (response: HttpResponse, status: number, body: string | Buffer): void => {
  // Node takes half as long again for a long text that is not ASCII.
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  response.statusCode = status;
  response.setHeader("content-length", bytes.length);
  response.end(bytes);
};

/** A header that is sent at most once. */
export const headerOf = ({ headers }: HttpRequest, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
};

/** Where a request goes, without its query. */
export const pathOf = ({ url = "/" }: HttpRequest): string => url.split("?", 1)[0]!;
