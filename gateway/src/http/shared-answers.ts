import { notesOf, type Answer, type GraphqlAnswer, type HttpRequest, type HttpResponse, type RequestNotes } from "@huu-nghi/service-kit";
import { forwardedOf } from "../subgraph/forwarded-headers";
import { viewerOf } from "../viewer/admission";

interface SharedAnswer extends GraphqlAnswer {
  /** What the log says of it. */
  notes: RequestNotes;
}

// Anywhere in the text, so that nothing which could change something is ever shared; a query that only speaks of these is not shared either.
const mayChange = /mutation|subscription/;

interface Asked {
  query?: unknown;
  variables?: unknown;
  operationName?: unknown;
  extensions?: unknown;
}

/** All that may change a query's answer: what is asked, by whom, with which headers. Undefined for what is not shared. */
const keyOf = (request: HttpRequest, response: HttpResponse, forwardHeaders: readonly string[]) => {
  const { query, variables, operationName, extensions } = Object(request.body) as Asked;
  if (request.method !== "POST" || typeof query !== "string" || mayChange.test(query)) return undefined;
  const { accept, "accept-language": language } = request.headers;
  try {
    return JSON.stringify([query, variables, operationName, extensions, viewerOf(response.locals), forwardedOf(request.headers, forwardHeaders), accept, language]);
  } catch {
    // Values so deep within each other that they cannot be written; they are answered as if nothing were shared.
    return undefined;
  }
};

/** Its bytes are made once for all who wait. */
const shareable = ({ status, headers, body }: GraphqlAnswer, response: HttpResponse): SharedAnswer => ({
  status,
  headers: [...headers, ["x-request-id", String(response.getHeader("x-request-id"))]],
  body: Buffer.from(body),
  notes: notesOf(response),
});

/**
 * Answers equal queries of one viewer that are under way at the same time with one answer; its request id is that of the
 * first. Nothing is kept: who asks a moment later gets an answer of their own.
 */
export const shareAnswers = (forwardHeaders: readonly string[]) => (answer: Answer): Answer => {
  const underWay = new Map<string, Promise<SharedAnswer | undefined>>();

  /** Undefined, for those who wait, when the first client leaves, so that there will be no answer. */
  const lead = (key: string, request: HttpRequest, response: HttpResponse) => {
    const own = answer(request, response).then(given => shareable(given, response));
    const shared = new Promise<SharedAnswer | undefined>(resolve => {
      response.once("close", () => resolve(undefined));
      own.then(resolve, () => resolve(undefined));
    });
    underWay.set(key, shared);
    void shared.then(() => underWay.delete(key));
    return own;
  };

  const share: Answer = async (request, response) => {
    const key = keyOf(request, response, forwardHeaders);
    // Nothing is asked any more for a client that left while it waited, which others must not have for an answer.
    if (key === undefined || response.closed) return answer(request, response);
    const others = underWay.get(key);
    if (!others) return lead(key, request, response);
    const shared = await others;
    if (shared === undefined) return share(request, response);
    // A refusal names its own request.
    if (shared.status >= 400) return answer(request, response);
    Object.assign(notesOf(response), shared.notes);
    return shared;
  };
  return share;
};
