import { pathOf, type HttpHandler, type HttpResponse } from "./http-handler";
import type { Log } from "./log";

/** What a request's line in the log says of the request's content. Codes and the client's own name for its operation, nothing else. */
export interface RequestNotes {
  operation?: string;
  /** query, mutation or subscription; absent where there was no telling. */
  type?: string;
  errors: string[];
}

interface WithCode {
  extensions?: Record<string, unknown>;
}

/** The codes among errors that leave, each once. */
export const codesOf = (errors: readonly WithCode[] = []): string[] => [...new Set(errors.flatMap(({ extensions }) => (typeof extensions?.["code"] === "string" ? [extensions["code"]] : [])))];

export const notesOf = (response: HttpResponse): RequestNotes => response.locals["notes"] as RequestNotes;

/** Writes a line for each request once it is answered, or its client has left. */
export const tellRequests =
  (log: Log): HttpHandler =>
  (request, response, next) => {
    const startedAt = performance.now();
    const notes: RequestNotes = { errors: [] };
    const { method } = request;
    const path = pathOf(request);
    response.locals["notes"] = notes;
    response.once("close", () => {
      const { operation, type, errors } = notes;
      const { statusCode: status, writableFinished } = response;
      // Probes, and who collects figures, ask every few seconds. An address that is none of ours can hold whatever somebody pasted into it.
      const level = path.startsWith("/health/") || path === "/metrics" ? "debug" : "info";
      const page = status === 404 ? undefined : path.split("/", 2).join("/");
      const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
      const requestId: unknown = response.locals["requestId"];
      log[level]({ requestId, operation, type, method, path: page, status, durationMs, errors, ...(!writableFinished && { abandoned: true }) }, "request");
    });
    next();
  };
