// One division in a process of its own:  node division.process.js NAME PORT  does right until it is told to do otherwise.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse } from "graphql";
import { person, root, visit } from "./records";
import { schemas, type Division } from "./schemas";

export type Behaviour = "well" | "hang" | "slow" | "503";

const [name = "people", port = "0"] = process.argv.slice(2);
const reference = <Key>(find: (key: Key) => object) => ({ __resolveReference: find });
const schema = buildSubgraphSchema({
  typeDefs: parse(schemas[name as Division]),
  resolvers: { ...(name !== "gifts" && { Person: reference(person) }), ...(name !== "people" && { Visit: reference(visit) }) },
});
let behaviour: Behaviour = "well";
const slowMs = 300;

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as { query: string; variables?: Record<string, unknown> };
};

const answer = async (request: IncomingMessage, response: ServerResponse) => {
  if (request.method === "GET") return response.writeHead(200, { "content-type": "application/json" }).end(`{"status":"ready"}`);
  const { query, variables } = await bodyOf(request);
  if (behaviour === "hang") return;
  if (behaviour === "503") return response.writeHead(503, { "content-type": "text/html" }).end("<html>Not now</html>");
  if (behaviour === "slow") await new Promise(resolve => setTimeout(resolve, slowMs));
  const result = await graphql({ schema, source: query, variableValues: variables, rootValue: root });
  return response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(result));
};

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => void answer(request, response).catch(() => response.destroy()));
process.on("message", (told: Behaviour) => (behaviour = told));
process.on("disconnect", () => process.exit(0));
server.listen(Number(port), "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
