// Divisions answer none but who signs, which only this gateway can; so all gateways ask them through this, which signs for
// a visitor:  node signing-proxy.process.js KEYS-FILE '{"associations":"http://…"}'
import { randomUUID } from "node:crypto";
import { Agent, createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readKeyFile, sign, visitor } from "@huu-nghi/identity";

const [keysFile = "", divisions = "{}"] = process.argv.slice(2);
const key = readKeyFile(keysFile).find(({ developer }) => !developer)!;
const agent = new Agent({ keepAlive: true, maxSockets: 128 });
let requests = 0;

const forward = async (target: URL, incoming: IncomingMessage, outgoing: ServerResponse) => {
  if (incoming.method === "GET") return outgoing.setHeader("content-type", "application/json").end(JSON.stringify({ requests }));
  requests += 1;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const signature = sign({ method: "POST", path: target.pathname, requestId: randomUUID(), body, viewer: visitor }, key);
  const headers = { "content-type": "application/json", accept: "application/json", "content-length": body.length, ...signature };
  ask(target, { method: "POST", agent, headers }, answer => {
    outgoing.writeHead(answer.statusCode!, { "content-type": answer.headers["content-type"] ?? "application/json" });
    answer.pipe(outgoing);
  })
    .on("error", () => outgoing.destroy())
    .end(body);
};

const listen = ([name, url]: [string, string]) =>
  new Promise<[string, string]>(resolve => {
    const target = new URL(url);
    const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
      forward(target, incoming, outgoing).catch(() => outgoing.destroy());
    }).listen(0, "127.0.0.1", () => resolve([name, `http://127.0.0.1:${(server.address() as AddressInfo).port}${target.pathname}`]));
  });

void Promise.all(Object.entries(JSON.parse(divisions) as Record<string, string>).map(listen)).then(urls => process.send?.(Object.fromEntries(urls)));
process.on("disconnect", () => process.exit(0));
