import { createServer, type Server } from "node:http";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { keyRingOf, newKey, SignatureCheck, type Viewer } from "@huu-nghi/identity";
import { keepAddresses } from "./addresses";
import { askDivision } from "./ask";
import { readKeyConfig } from "./config";
import { keptGatewayKeys } from "./key-files";

const divisions = ["associations", "ngo-aid"];

let dataDir: string;
let server: Server;
let url: string;
let seen: { viewer: Viewer; body: unknown } | undefined;

// As a subgraph does: it admits what is signed, and answers 401 to all else.
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "huu-nghi-ask-"));
  const ring = keyRingOf({ GATEWAY_KEYS_FILE: keptGatewayKeys(dataDir) }, { production: false, onFault: () => undefined })!;
  const check = new SignatureCheck(ring);
  server = createServer((request, response) => {
    void buffer(request).then(body => {
      if (request.url === "/elsewhere") return response.writeHead(307, { location: "/graphql" }).end();
      if (request.url === "/page") return response.end("<html>");
      const found = check.check({ method: request.method!, path: request.url!, body, header: name => request.headers[name] as string | undefined });
      if ("fault" in found) return response.writeHead(401).end(JSON.stringify({ errors: [{ message: found.fault }] }));
      seen = { viewer: found.viewer, body: JSON.parse(body.toString()) };
      return response.end(JSON.stringify({ data: { unions: [] } }));
    });
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => {
  server.close();
  rmSync(dataDir, { recursive: true });
});

const config = (env: NodeJS.ProcessEnv = {}) => readKeyConfig("/nowhere", { DATA_DIR: dataDir, ...env });
const ask = (args: string[], env: NodeJS.ProcessEnv = {}, piped = "") => askDivision(args, divisions, config(env), () => Promise.resolve(piped));

describe("a developer's direct call", () => {
  it("is signed, as a visitor's when no role is named", async () => {
    expect(await ask(["associations", "{ unions { id } }", "--url", url])).toEqual({ status: 200, body: { data: { unions: [] } } });
    expect(seen).toEqual({ viewer: { id: null, grants: [] }, body: { query: "{ unions { id } }" } });
  });

  it("is somebody's, with exactly the unions that are named", async () => {
    await ask(["--role", "officer", "--division", "ngo-aid", "--union", "dong-nai", "--subject", "lan", "ngo-aid", "{ x }", `--url=${url}?a=1`, "--variables", '{"id":1}']);
    expect(seen).toEqual({ viewer: { id: "lan", grants: [{ role: "officer", division: "ngo-aid", unions: ["dong-nai"] }] }, body: { query: "{ x }", variables: { id: 1 } } });
    await ask(["ngo-aid", "{ x }", "--role", "leader", "--url", url]);
    expect(seen?.viewer).toEqual({ id: "development-leader", grants: [{ role: "leader", unions: ["*"] }] });
  });

  it("takes the query from standard input, and the address from the running system", async () => {
    const forget = keepAddresses(dataDir, [{ name: "associations", url }]);
    expect(await ask(["associations"], {}, "{ piped }\n")).toMatchObject({ status: 200 });
    expect(seen?.body).toEqual({ query: "{ piped }\n" });
    forget();
    await expect(ask(["associations", "{ x }"])).rejects.toThrow(/No npm start runs on the data folder .*--url/);
  });

  it("leaves the addresses of a later system on its data folder alone", async () => {
    const forget = keepAddresses(dataDir, [{ name: "associations", url: "http://127.0.0.1:1/graphql" }]);
    const forgetLater = keepAddresses(dataDir, [{ name: "associations", url }]);
    forget();
    expect(await ask(["associations", "{ x }"])).toMatchObject({ status: 200 });
    forgetLater();
  });

  it("gives the answer of a subgraph that does not take its key", async () => {
    const other = join(dataDir, "other-keys.json");
    writeFileSync(other, JSON.stringify({ keys: [newKey(), { ...newKey(), developer: true }] }));
    expect(await ask(["associations", "{ x }", "--url", url], { GATEWAY_KEYS_FILE: other })).toEqual({ status: 401, body: { errors: [{ message: "unknown key" }] } });
  });

  it.each([
    ["/elsewhere", /does not answer .*redirect/],
    ["/page", /answers 200, and no JSON/],
  ])("says that %s is no subgraph", async (path, message) => {
    await expect(ask(["associations", "{ x }", "--url", url.replace("/graphql", path)])).rejects.toThrow(message);
  });

  it("says that nothing answers", async () => {
    await expect(ask(["associations", "{ x }", "--url", "http://127.0.0.1:1/graphql"])).rejects.toThrow(/127\.0\.0\.1:1\/graphql does not answer .*Does it run/);
  });

  it.each([
    [[], [/The first word is no division; the divisions are associations, ngo-aid/]],
    [["visas", "{ x }"], [/visas is no division/]],
    [["associations"], [/There is no query/]],
    [["associations", "{ x }", "--union", "dong-nai", "--variables", "[1]", "--url", "ftp://x"], [/--union goes with --role/, /--variables is no JSON object/, /--url ftp:\/\/x is no address/]],
    [["associations", "{ x }", "{ y }", "--variables", "{"], [/Not expected: { y }/, /--variables is no JSON object/]],
    [["associations", "{ x }", "--exactly", "--role", "officer"], [/no option --exactly/, /needs --division/]],
  ])("with %j is refused, all faults at once", async (args, faults) => {
    const message = await ask(args).then(() => "", (error: Error) => error.message);
    for (const fault of faults) expect(message).toMatch(fault);
  });

  it("is refused in production, and without a developer key", async () => {
    const { id, secret } = newKey();
    const bare = join(dataDir, "bare-keys.json");
    writeFileSync(bare, JSON.stringify({ keys: [{ id, secret }] }));
    const args = ["associations", "{ x }", "--url", url];
    await expect(ask(args, { NODE_ENV: "production" })).rejects.toThrow(/NODE_ENV=production nobody but the gateway/);
    await expect(ask(args, { GATEWAY_KEYS: `${id}:${secret}` })).rejects.toThrow(/GATEWAY_KEYS has no developer key/);
    await expect(ask(args, { GATEWAY_KEYS_FILE: bare })).rejects.toThrow(/bare-keys\.json has no developer key/);
  });
});
