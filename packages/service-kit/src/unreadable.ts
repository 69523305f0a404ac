import { headerOf, type HttpRequest, type HttpResponse } from "./http-handler";
import type { Log } from "./log";
import { Problem } from "./problem";
import { refuse } from "./refusal";

/** What the readers of a request's body say of one that they cannot read. */
interface ReadFault {
  status?: number;
  type?: string;
  limit?: number;
  length?: number;
}

const tooLarge = ({ limit = 0, length }: ReadFault, request: HttpRequest) => {
  const declared = Number(headerOf(request, "content-length"));
  const asked = length ?? (Number.isSafeInteger(declared) && declared > limit ? declared : limit + 1);
  return new Problem("QUERY_TOO_COSTLY", `The request body is larger than ${limit} bytes; send less at once.`, { limit: { name: "bodyBytes", allowed: limit, asked } });
};

const problemOf = (fault: ReadFault, request: HttpRequest, status: number) => {
  if (status === 500) return new Problem("INTERNAL_SERVER_ERROR", "");
  if (fault.type === "entity.too.large") return tooLarge(fault, request);
  const isNoJson = fault.type === "entity.parse.failed";
  return new Problem("BAD_USER_INPUT", isNoJson ? "The request body is not JSON. Send {\"query\": \"…\", \"variables\": {…}}." : "The request cannot be read.");
};

/** Answers what cannot be read. express's own answer is an HTML page with a stack; ours is the form of every other error. */
export const answerUnreadable =
  (log: Log) =>
  (error: ReadFault, request: HttpRequest, response: HttpResponse) => {
    const status = error.status !== undefined && error.status < 500 ? error.status : 500;
    if (status === 500) log.error({ requestId: response.locals["requestId"], err: error }, "a request met a fault");
    if (response.headersSent) return void response.destroy();
    refuse(response, status, problemOf(error, request, status));
  };
