import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixedKeys, keyRingOf, newKey, SignatureCheck, type KeyRing, type SigningKey } from "@huu-nghi/identity";
import type { Log } from "@huu-nghi/service-kit";
import { plant } from "@huu-nghi/test-kit";
import { ask, services } from "../fixtures/small-graph.fixture";
import { startRecording } from "../viewer/token-issuer.fixture";

const { keep, gateway, close } = services();
afterAll(close);

const plantedKey = () => {
  const key = newKey();
  plant("key", key.secret);
  return key;
};

/** The division guest-visits as it should be: answers the gateway, and 401 to everybody else. */
const startGuarded = async (keys: KeyRing) => {
  const signatures = new SignatureCheck(keys);
  const faults: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part)).on("end", () => {
      const header = (name: string) => request.headers[name] as string | undefined;
      const found = signatures.check({ method: request.method!, path: request.url!, body: Buffer.concat(parts), header });
      if ("fault" in found) faults.push(found.fault);
      const [status, body] = "fault" in found ? [401, `{"errors":[{"message":"no"}]}`] : [200, `{"data":{"visitCount":3,"tide":"high"}}`];
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    });
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  };
  return { host: "127.0.0.1", port, url: `http://127.0.0.1:${port}/graphql?division=guests&x=%20`, faults, close: stop };
};

/** Keeps what is logged at the level of errors. */
const listening = (errors: unknown[]): Log => {
  const nothing = () => undefined;
  const log = { debug: nothing, info: nothing, warn: nothing, error: (...said: unknown[]) => errors.push(said), child: () => log };
  return log as unknown as Log;
};

describe("a request to a division", () => {
  it("is signed over its method, its path with the query string, its body and who asks", async () => {
    const keys = fixedKeys([plantedKey()]);
    const visits = await keep(startGuarded(keys));
    const { url } = await gateway({ hosts: visits.url }, { keys });
    const { data } = await ask(url, "query Tide($moon: Moon) { tide(moon: $moon) }", { moon: "trăng tròn" });
    expect(data).toEqual({ tide: "high" });
    expect(visits.faults).toEqual([]);
  });

  it("carries none of the headers that a client sent, whatever they are called", async () => {
    const visits = await keep(startRecording());
    const key = plantedKey();
    const forged = Buffer.from(`{"id":"x","grants":[{"role":"admin","unions":["*"]}]}`).toString("base64url");
    const headers = { "x-huu-nghi-viewer": forged, "X-Huu-Nghi-Signature": "huu-nghi-1 key=a,time=1,nonce=b,hmac=c", "x-huu-nghi-other": "1", cookie: "a=b", "x-forwarded-for": "10.0.0.7" };
    const { url } = await gateway({ "guest-visits": visits.url }, { keys: fixedKeys([key]) });
    await ask(url, "{ visitCount }", {}, headers);
    const [received] = visits.received;
    expect(visits.viewers()).toEqual([{ id: null, grants: [] }]);
    expect(received?.["x-huu-nghi-signature"]).toContain(`key=${key.id},`);
    const own = ["accept", "accept-encoding", "accept-language", "connection", "content-length", "content-type", "host", "sec-fetch-mode", "user-agent"];
    expect(Object.keys(received ?? {}).filter(name => !own.includes(name)).sort()).toEqual(["x-huu-nghi-signature", "x-huu-nghi-viewer", "x-request-id"]);

    const unsigned = await gateway({ "guest-visits": visits.url });
    await ask(unsigned.url, "{ visitCount }", {}, headers);
    expect(Object.keys(visits.received[1] ?? {}).filter(name => !own.includes(name))).toEqual(["x-request-id"]);
  });

  it("that the division refuses with 401 is our fault: loud in the log, the division's absence to the client", async () => {
    const visits = await keep(startGuarded(fixedKeys([plantedKey()])));
    const loud: unknown[] = [];
    const key = plantedKey();
    const { url } = await gateway({ "guest-visits": visits.url }, { keys: fixedKeys([key]), log: listening(loud) });
    const { status, data, errors } = await ask(url, "{ visitCount }");
    expect([status, data, errors]).toMatchObject([200, { visitCount: null }, [{ extensions: { code: "SUBGRAPH_UNAVAILABLE", division: "guest-visits" } }]]);
    const facts = { division: "guest-visits", requestId: errors?.[0]?.extensions?.["requestId"], reason: expect.stringContaining("keys") as string };
    expect(loud).toEqual([[facts, expect.stringContaining("does not know this gateway") as string]]);
    expect(visits.faults).toEqual(["unknown key"]);
  });
});

describe("keys that are replaced while requests are under way", () => {
  const folder = mkdtempSync(join(tmpdir(), "gateway-keys-"));
  const file = join(folder, "keys.json");
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (keys: SigningKey[]) => {
    writeFileSync(`${file}.new`, JSON.stringify({ keys }));
    renameSync(`${file}.new`, file);
  };
  const ringOfFile = () => keyRingOf({ GATEWAY_KEYS_FILE: file }, { production: true, onFault: fault => fail(fault) })!;
  const fail = (fault: Error) => {
    throw fault;
  };

  it("cost no request", async () => {
    let key = plantedKey();
    write([key]);
    const visits = await keep(startGuarded(ringOfFile()));
    const { url } = await gateway({ "guest-visits": visits.url }, { keys: ringOfFile() });
    let goesOn = true;
    let answers = 0;
    const failures: unknown[] = [];
    const client = async () => {
      while (goesOn) {
        const { data, errors } = await ask(url, "{ visitCount }");
        answers += 1;
        if (data?.["visitCount"] !== 3) failures.push(errors);
      }
    };
    const clients = Promise.all(Array.from({ length: 6 }, client));
    const settle = () => new Promise(resolve => setTimeout(resolve, 800));
    await settle();
    for (let rotations = 0; rotations < 4 || answers < 500; rotations += 1) {
      const next = plantedKey();
      write([next, key]);
      await settle();
      write([next]);
      await settle();
      key = next;
    }
    goesOn = false;
    await clients;
    expect([failures, visits.faults]).toEqual([[], []]);
  }, 120_000);
});
