// All static subgraphs in one process, each on a port of its own. An answer is made once for each body and kept, so that
// next to nothing of what is measured is spent here.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answer } from "./answer";
import { schemas } from "./schemas";

const mostKept = 5_000;
const kept = new Map<string, Buffer>();
let requests = 0;

const answerTo = (body: string) => {
  const known = kept.get(body);
  if (known) return known;
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
  const made = Buffer.from(JSON.stringify(answer(query, variables ?? {})));
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
  kept.set(body, made);
  return made;
};

const reply = (response: ServerResponse, body: Buffer | string, status = 200) => {
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
  response.end(body);
};

const serve = (request: IncomingMessage, response: ServerResponse) => {
  if (request.method === "GET") return reply(response, JSON.stringify({ requests }));
  requests += 1;
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString("utf8");
    try {
      reply(response, answerTo(body));
    } catch (error) {
      reply(response, JSON.stringify({ errors: [{ message: String(error) }] }), 500);
    }
  });
};

const listen = (name: string) =>
  new Promise<[string, string]>(resolve => {
    const server = createServer({ keepAliveTimeout: 60_000 }, serve).listen(0, "127.0.0.1", () =>
      resolve([name, `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`]),
    );
  });

void Promise.all(Object.keys(schemas).map(listen)).then(urls => process.send?.(Object.fromEntries(urls)));
process.on("disconnect", () => process.exit(0));
