// mercurius' gateway on Fastify:  node mercurius.process.js SUBGRAPH-URLS PORT PEERS-FOLDER
import { createRequire } from "node:module";
import { join } from "node:path";
import { schemas } from "./workload/schemas";

interface Fastify {
  (): { register(plugin: unknown, options: object): unknown; listen(options: object): Promise<unknown> };
}

const [urls = "{}", port = "", peers = ""] = process.argv.slice(2);
const require_ = createRequire(join(peers, "package.json"));
const fastify = require_("fastify") as Fastify;
const mercuriusGateway = require_("@mercuriusjs/gateway") as unknown;

/** It knows the first version of federation, in which one subgraph owns a type and the others extend it. */
const owners: Record<string, string> = { Union: "registry", Association: "registry", Person: "people", Visit: "exchange", Article: "press" };

const firstVersionOf = (name: string, sdl: string) =>
  sdl
    .replace(/extend schema @link.*\n/, "")
    .replace("type Query", "extend type Query")
    .replace(/type (\w+) @key\(fields: "id"\) \{(\s*)id: ID!/g, (text, type: string, space: string) =>
      owners[type] === name ? text : `extend type ${type} @key(fields: "id") {${space}id: ID! @external`,
    );

const services = Object.entries(JSON.parse(urls) as Record<string, string>).map(([name, url]) => ({ name, url, schema: firstVersionOf(name, schemas[name]!) }));
const app = fastify();
app.register(mercuriusGateway, { gateway: { services }, jit: 1 });
app.listen({ host: "127.0.0.1", port: Number(port) }).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
