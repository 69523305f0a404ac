import type { IncomingHttpHeaders } from "node:http";

// A subgraph knows who asks by the gateway's signature and by nothing else; and the connection's headers are each side's own.
const identity = ["authorization", "cookie", "proxy-authorization"];
const own = [
  "x-request-id",
  "accept", "accept-encoding", "connection", "content-encoding", "content-length", "content-type", "expect", "host", "keep-alive",
  "te", "trailer", "transfer-encoding", "upgrade",
];
const internalPrefix = "x-huu-nghi-";
const headerName = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;

/** Whether the operator's code may set the header of this name, in lower case, on a request to a subgraph. */
export const maySet = (name: string): boolean => headerName.test(name) && !name.startsWith(internalPrefix) && !own.includes(name);

/** Whether a client's header of this name, in lower case, may go on to subgraphs. */
export const mayForward = (name: string): boolean => maySet(name) && !identity.includes(name);

/** Those of a client's headers that go on, as names and values in turn. */
export const forwardedOf = (headers: IncomingHttpHeaders, names: readonly string[]): readonly string[] =>
  names.flatMap(name => {
    const value = headers[name];
    return value === undefined ? [] : [name, Array.isArray(value) ? value.join(", ") : value];
  });
