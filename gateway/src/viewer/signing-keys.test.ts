import { createLog } from "@huu-nghi/service-kit";
import { SigningKeys, type KeyTimes } from "./signing-keys";
import { ask, services } from "../fixtures/small-graph.fixture";
import { newIssuerKey, startIssuer, startRecording, taking, tokenBy, type IssuerKey } from "./token-issuer.fixture";

const { keep, gateway, close } = services();
let first: IssuerKey;
let second: IssuerKey;
beforeAll(async () => {
  [first, second] = await Promise.all([newIssuerKey("first"), newIssuerKey("second")]);
});
afterAll(close);

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** Waits for what comes in its time. */
const until = async (isSo: () => boolean | Promise<boolean>) => {
  for (const end = Date.now() + 15_000; !(await isSo()); await pause(20)) {
    if (Date.now() > end) throw new Error("it did not come");
  }
};

/** A gateway that takes the provider's tokens; the answer is the status and the reason of a refusal. */
const start = async (jwksUrl: string) => {
  const visits = await keep(startRecording());
  const { url } = await gateway({ "guest-visits": visits.url }, { tokens: taking(jwksUrl) });
  const stateOf = async (token?: string) => {
    const answer = await ask(url, "{ visitCount }", {}, token === undefined ? {} : { authorization: `Bearer ${token}` });
    return { status: answer.status, reason: answer.errors?.[0]?.extensions?.["reason"] as unknown, headers: answer.headers, errors: answer.errors };
  };
  return stateOf;
};

describe("the keys of the identity provider", () => {
  it("are fetched once, with the first token, and a rotated one works at once", async () => {
    const provider = await keep(startIssuer([first]));
    const stateOf = await start(provider.url);
    await stateOf();
    expect(provider.fetches).toBe(0);
    const states = await Promise.all(Array.from({ length: 20 }, async () => stateOf(await tokenBy(first))));
    expect(new Set(states.map(({ status }) => status))).toEqual(new Set([200]));
    expect(provider.fetches).toBe(1);
    for (const kid of ["second", "third", "fourth"]) {
      const key = await newIssuerKey(kid);
      provider.keys = [...provider.keys.slice(-1), key];
      expect((await stateOf(await tokenBy(key))).status).toBe(200);
    }
    expect(provider.fetches).toBe(4);
    expect(await stateOf(await tokenBy(first))).toMatchObject({ status: 401, reason: "unknown key" });
  });

  it("are fetched once for a flood of unknown key ids, at once or one after the other", async () => {
    const provider = await keep(startIssuer([first]));
    const stateOf = await start(provider.url);
    expect((await stateOf(await tokenBy(first))).status).toBe(200);
    const made = await Promise.all(Array.from({ length: 500 }, (_, index) => tokenBy(second, {}, { kid: `made-up-${index}` })));
    const states = await Promise.all(made.slice(0, 250).map(stateOf));
    for (const token of made.slice(250)) states.push(await stateOf(token));
    expect(new Set(states.map(({ status, reason }) => `${status} ${String(reason)}`))).toEqual(new Set(["401 unknown key"]));
    expect(provider.fetches).toBe(2);
    expect((await stateOf(await tokenBy(first))).status).toBe(200);
  });

  it("are fetched once when the flood comes first", async () => {
    const provider = await keep(startIssuer([first]));
    const stateOf = await start(provider.url);
    await Promise.all(Array.from({ length: 100 }, async (_, index) => stateOf(await tokenBy(second, {}, { kid: `made-up-${index}` }))));
    expect(provider.fetches).toBe(1);
  });

  it("are not fetched for a token of another issuer, or of an algorithm that is not taken", async () => {
    const provider = await keep(startIssuer([first]));
    const stateOf = await start(provider.url);
    await stateOf(await tokenBy(second, { iss: "https://login.elsewhere.example" }));
    await stateOf(await tokenBy(await newIssuerKey("long", "ES384")));
    expect(provider.fetches).toBe(0);
  });
});

describe("a dead page of keys", () => {
  it("at the start lets visitors in and tells others to come again, until it works", async () => {
    const { port, url, close: stop } = await startIssuer([first]);
    await stop();
    const stateOf = await start(url);
    const token = await tokenBy(first);
    expect((await stateOf()).status).toBe(200);
    const refused = await stateOf(token);
    expect(refused).toMatchObject({ status: 503, reason: "keys unavailable" });
    expect(refused.errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED", retryAfter: 2, requestId: expect.any(String) as string } }]);
    expect(refused.headers.get("retry-after")).toBe("2");
    await keep(startIssuer([first], port));
    await until(async () => (await stateOf(token)).status === 200);
  });

  it("later leaves the known keys good, also after a search for an unknown one", async () => {
    const provider = await startIssuer([first]);
    const stateOf = await start(provider.url);
    const token = await tokenBy(first);
    expect((await stateOf(token)).status).toBe(200);
    await provider.close();
    expect(await stateOf(await tokenBy(second))).toMatchObject({ status: 401, reason: "unknown key" });
    expect((await stateOf(token)).status).toBe(200);
  });

  it.each<[string, number, string]>([
    ["an error", 500, "{}"],
    ["another page", 200, "<html></html>"],
    ["JSON that is no set of keys", 200, `{"keys":"none"}`],
    ["a redirection", 302, ""],
  ])("is one that answers with %s, too", async (_what, status, body) => {
    const provider = await keep(startIssuer([first]));
    provider.answer = (_request, response) => response.writeHead(status, { location: `${provider.url}/elsewhere` }).end(body);
    const stateOf = await start(provider.url);
    expect(await stateOf(await tokenBy(first))).toMatchObject({ status: 503, reason: "keys unavailable" });
  });
});

describe("known keys", () => {
  const keysWith = async (times: Partial<KeyTimes>) => {
    const provider = await keep(startIssuer([first]));
    const keys = new SigningKeys(provider.url, createLog("test", "silent"), times);
    await keep(Promise.resolve({ ...provider, close: async () => keys.close() }));
    const find = async (kid: string) => keys.find({ alg: "ES256", kid }, { payload: "", signature: "" });
    const knows = ({ kid }: IssuerKey) => find(kid).then(() => true, () => false);
    return { provider, keys, knows };
  };

  it("are asked for seldom while none is known", async () => {
    const { provider, knows } = await keysWith({ failurePauseMs: 500 });
    provider.answer = (_request, response) => response.writeHead(500).end();
    await Promise.all(Array.from({ length: 50 }, () => knows(first)));
    expect([await knows(first), provider.fetches]).toEqual([false, 1]);
    provider.answer = provider.publish;
    await until(() => knows(first));
    expect(provider.fetches).toBe(2);
  });

  it("are refreshed in the background, and a key that was withdrawn is good no longer", async () => {
    const { provider, knows } = await keysWith({ refreshAfterMs: 50, unknownPauseMs: 60_000 });
    expect(await knows(first)).toBe(true);
    provider.keys = [second];
    await until(() => knows(second));
    expect(await knows(first)).toBe(false);
  });

  it("stay while the refresh fails, which is tried again until it works", async () => {
    const { provider, knows } = await keysWith({ refreshAfterMs: 50, retryAfterMs: 50 });
    expect(await knows(first)).toBe(true);
    provider.answer = (_request, response) => response.writeHead(503).end();
    await until(() => provider.fetches > 3);
    expect(await knows(first)).toBe(true);
    Object.assign(provider, { answer: provider.publish, keys: [second] });
    await until(async () => !(await knows(first)));
  });

  it("are good at once while the refresh hangs, which is given up in time", async () => {
    const { provider, knows } = await keysWith({ refreshAfterMs: 50, retryAfterMs: 50, timeoutMs: 1000 });
    expect(await knows(first)).toBe(true);
    provider.answer = () => undefined;
    await until(() => provider.fetches === 2);
    const before = Date.now();
    expect(await knows(first)).toBe(true);
    expect(Date.now() - before).toBeLessThan(500);
    await until(() => provider.fetches > 2);
    expect(Date.now() - before).toBeLessThan(4000);
  });

  it("that are new work for everybody who waits for them, and the next new one does at once", async () => {
    const { provider, knows } = await keysWith({});
    expect(await knows(first)).toBe(true);
    provider.keys = [first, second];
    expect(new Set(await Promise.all(Array.from({ length: 50 }, () => knows(second))))).toEqual(new Set([true]));
    expect(provider.fetches).toBe(2);
    const third = await newIssuerKey("third");
    provider.keys = [second, third];
    expect([await knows(third), await knows(first)]).toEqual([true, false]);
    expect(provider.fetches).toBe(4);
  });

  it("are searched again for an unknown one when the pause is over", async () => {
    const { provider, knows } = await keysWith({ unknownPauseMs: 1000 });
    expect(await knows(first)).toBe(true);
    expect(await knows(second)).toBe(false);
    provider.keys = [first, second];
    expect(await knows(second)).toBe(false);
    await pause(1100);
    expect(await knows(second)).toBe(true);
    expect(provider.fetches).toBe(3);
  });

  it("are asked for by nobody when the gateway has ended, in the middle of a fetch or after it", async () => {
    const { provider, keys, knows } = await keysWith({ refreshAfterMs: 50 });
    await knows(first);
    keys.close();
    await pause(150);
    expect(provider.fetches).toBe(1);
    const other = await keysWith({ refreshAfterMs: 50 });
    const waiting = other.knows(first);
    other.keys.close();
    await waiting;
    await pause(150);
    expect(other.provider.fetches).toBe(1);
  });
});
