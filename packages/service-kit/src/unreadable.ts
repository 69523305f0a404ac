import { headerOf, type HttpRequest, type HttpResponse } from "./http-handler";
import type { Log } from "./log";
import { Problem } from "./problem";
import { refuse } from "./refusal";

/** What the readers of a request's body say of one that they cannot read. */
interface ReadFault {
  status?: number;
  type?: string;
  /** Of what unpacks a body. */
  code?: string;
  limit?: number;
  length?: number;
}

const said: Record<string, string> = {
  "entity.parse.failed": "The request body is not JSON. Send {\"query\": \"…\", \"variables\": {…}}.",
  "encoding.unsupported": "The request body is packed in a way that is not known here. Send it as it is, or by gzip, deflate or br.",
  "charset.unsupported": "The request body is in another charset. Send UTF-8.",
  "request.size.invalid": "The request body is shorter or longer than its content-length says.",
  zlib: "The request body is not what its content-encoding says: it cannot be unpacked.",
};

const tooLarge = ({ limit = 0, length }: ReadFault, request: HttpRequest) => {
  const declared = Number(headerOf(request, "content-length"));
  const asked = length ?? (Number.isSafeInteger(declared) && declared > limit ? declared : limit + 1);
  return new Problem("QUERY_TOO_COSTLY", `The request body is larger than ${limit} bytes; send less at once.`, { limit: { name: "bodyBytes", allowed: limit, asked } });
};

const problemOf = (fault: ReadFault, request: HttpRequest, status: number) => {
  if (status === 500) return new Problem("INTERNAL_SERVER_ERROR", "");
  if (fault.type === "entity.too.large") return tooLarge(fault, request);
  const what = fault.code?.startsWith("Z_") ? "zlib" : (fault.type ?? "");
  return new Problem("BAD_USER_INPUT", said[what] ?? "The request cannot be read.");
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
