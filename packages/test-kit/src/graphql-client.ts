import { randomUUID } from "node:crypto";
import { sign, visitor, type SigningKey, type Viewer } from "@huu-nghi/identity";

export interface GraphqlAnswer {
  status: number;
  // A test knows what it asked for; the type of an answer would only repeat the query.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> & { code: string } }[];
}

const send = async (url: string, body: string, headers: Record<string, string>): Promise<GraphqlAnswer> => {
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
  return { status: response.status, ...((await response.json()) as Omit<GraphqlAnswer, "status">) };
};

/** Asks over HTTP, as every client does. */
export const ask = (url: string, query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<GraphqlAnswer> =>
  send(url, JSON.stringify({ query, variables }), headers);

/** Asks a subgraph for somebody, as the gateway does. */
export const askSigned = (url: string, key: SigningKey, query: string, variables: Record<string, unknown> = {}, viewer: Viewer = visitor): Promise<GraphqlAnswer> => {
  const body = JSON.stringify({ query, variables });
  const { pathname, search } = new URL(url);
  return send(url, body, sign({ method: "POST", path: pathname + search, requestId: randomUUID(), body, viewer }, key));
};
