import { developmentIssuer, developmentToken, fixedKeys, newDevelopmentKey, newKey } from "@huu-nghi/identity";
import { ask, services } from "../fixtures/small-graph.fixture";
import { audience, encoded, newIssuerKey, now, startIssuer, startRecording, taking, tokenBy, type IssuerKey } from "./token-issuer.fixture";
import type { TokenSettings } from "./token-check";

const { keep, gateway, close } = services();
const keys = fixedKeys([newKey()]);
let key: IssuerKey;
let other: IssuerKey;
let provider: Awaited<ReturnType<typeof startIssuer>>;
beforeAll(async () => {
  [key, other] = await Promise.all([newIssuerKey("one"), newIssuerKey("one")]);
  provider = await keep(startIssuer([key]));
});
afterAll(close);

const start = async (tokens: TokenSettings = taking(provider.url)) => {
  const visits = await keep(startRecording());
  const { url } = await gateway({ "guest-visits": visits.url }, { tokens, keys });
  const send = (authorization: string) => ask(url, "{ visitCount }", {}, { authorization });
  return { url, visits, send, sendToken: (token: string) => send(`Bearer ${token}`) };
};

const good = { status: 200, data: { visitCount: 3 } };
const refused = (reason: string) => ({
  status: 401,
  errors: [{ message: expect.stringMatching(/^(The|This) .*\.$/) as string, extensions: { code: "UNAUTHENTICATED", reason, requestId: expect.any(String) as string } }],
});

describe("a token", () => {
  it("that the provider signed for this gateway is taken, and names who asks", async () => {
    const { sendToken, visits } = await start();
    expect(await sendToken(await tokenBy(key, { roles: ["leader"], unions: "*" }))).toMatchObject(good);
    expect(visits.viewers()).toEqual([{ id: "chi-lan", grants: [{ role: "leader", unions: ["*"] }] }]);
  });

  it.each<[string, string, (from: IssuerKey) => Promise<string> | string]>([
    ["expired", "expired", from => tokenBy(from, { exp: now() - 31 })],
    ["from the future (nbf)", "not yet valid", from => tokenBy(from, { nbf: now() + 45 })],
    ["issued in the future (iat)", "not yet valid", from => tokenBy(from, { iat: now() + 45 })],
    ["unsigned", "unsigned", () => `${encoded({ alg: "none" })}.${encoded({ iss: "https://login.example", aud: audience, sub: "x", exp: now() + 300 })}.`],
    ["unsigned, spelt otherwise", "unsigned", () => `${encoded({ alg: "nOnE", kid: "one" })}.${encoded({ iss: "https://login.example" })}.`],
    ["altered", "wrong signature", async from => {
      const [header, , signature] = (await tokenBy(from, { roles: ["viewer"] })).split(".");
      const [, payload] = (await tokenBy(from, { roles: ["admin"] })).split(".");
      return [header, payload, signature].join(".");
    }],
    ["signed by another key of the same name", "wrong signature", () => tokenBy(other)],
    ["signed by an unknown key", "unknown key", async () => tokenBy(await newIssuerKey("made-up"))],
    ["from another issuer", "foreign issuer", from => tokenBy(from, { iss: "https://login.elsewhere.example" })],
    ["from nobody", "foreign issuer", from => tokenBy(from, { iss: undefined })],
    ["said to be a development token", "foreign issuer", from => tokenBy(from, { iss: developmentIssuer })],
    ["for another audience", "foreign audience", from => tokenBy(from, { aud: "another-application" })],
    ["for no audience", "foreign audience", from => tokenBy(from, { aud: undefined })],
    ["without an expiry", "incomplete", from => tokenBy(from, { exp: undefined })],
    ["without a subject", "incomplete", from => tokenBy(from, { sub: undefined })],
    ["with an empty subject", "incomplete", from => tokenBy(from, { sub: "" })],
    ["with a subject of 256 characters", "incomplete", from => tokenBy(from, { sub: "x".repeat(256) })],
    ["with an expiry that is no number", "malformed", from => tokenBy(from, { exp: "tomorrow" })],
    ["with an extension that is not known", "malformed", async from => {
      const [, payload, signature] = (await tokenBy(from)).split(".");
      return [encoded({ alg: "ES256", kid: "one", crit: ["moon"], moon: 1 }), payload, signature].join(".");
    }],
    ["that is none", "malformed", () => "let-me-in"],
    ["of junk in three parts", "malformed", () => "a.b.c"],
  ])("%s is refused: %s", async (_what, reason, make) => {
    const { sendToken, visits } = await start();
    const token = await make(key);
    const answer = await sendToken(token);
    expect(answer).toMatchObject(refused(reason));
    expect(answer.headers.get("www-authenticate")).toBe(`Bearer error="invalid_token", error_description="${reason}"`);
    expect(answer.headers.get("x-request-id")).toBe(answer.errors?.[0]?.extensions?.["requestId"]);
    for (const part of token.split(".").filter(Boolean)) expect(answer.text).not.toContain(`"${part}"`);
    expect(answer.text).not.toMatch(/chi-lan|elsewhere|another-application|tomorrow/);
    expect(visits.received).toEqual([]);
  });

  it("signed with what everybody knows, the public key, is refused", async () => {
    const { sendToken } = await start();
    const hmac = { kid: "one", alg: "HS256", privateKey: new TextEncoder().encode(JSON.stringify(key.jwk)) } as unknown as IssuerKey;
    expect(await sendToken(await tokenBy(hmac))).toMatchObject(refused("algorithm not allowed"));
  });

  it("of an algorithm that is not configured is refused", async () => {
    const { sendToken } = await start(taking(provider.url, { algorithms: ["RS256"] }));
    expect(await sendToken(await tokenBy(key))).toMatchObject(refused("algorithm not allowed"));
  });

  it.each(["Basic bGFuOmxhbg==", "Bearer", "Bearer ", "Token abc", "Bearer a.b.c d"])("is not what stands in %p", async authorization => {
    const { send } = await start();
    expect(await send(authorization)).toMatchObject(refused("malformed"));
  });

  it("may be written as bearer, and is refused before the body is read", async () => {
    const { url, send } = await start();
    expect(await send(`bearer  ${await tokenBy(key)}`)).toMatchObject(good);
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json", authorization: "Bearer x" }, body: "{" });
    expect(response.status).toBe(401);
  });

  it("is good within the leeway of its times, and not beyond", async () => {
    const { sendToken } = await start();
    for (const claims of [{ exp: now() - 15 }, { nbf: now() + 25 }, { iat: now() + 25 }]) expect(await sendToken(await tokenBy(key, claims))).toMatchObject(good);
    const strict = await start(taking(provider.url, { leewaySeconds: 0 }));
    expect(await strict.sendToken(await tokenBy(key, { exp: now() - 2 }))).toMatchObject(refused("expired"));
    expect(await strict.sendToken(await tokenBy(key, { nbf: now() + 60 }))).toMatchObject(refused("not yet valid"));
    expect(await strict.sendToken(await tokenBy(key, { iat: now() + 60 }))).toMatchObject(refused("not yet valid"));
  });

  it("may be for any of the configured audiences, and for others beside", async () => {
    const { sendToken } = await start(taking(provider.url, { audiences: ["graph", "dashboards"] }));
    for (const aud of ["graph", "dashboards", ["elsewhere", "dashboards"]]) expect(await sendToken(await tokenBy(key, { aud }))).toMatchObject(good);
    expect(await sendToken(await tokenBy(key, { aud: ["elsewhere"] }))).toMatchObject(refused("foreign audience"));
  });

  it.each(["RS256", "PS256", "EdDSA"])("may be signed by %s", async alg => {
    const its = await newIssuerKey("its", alg);
    const { sendToken } = await start(taking((await keep(startIssuer([its]))).url));
    expect(await sendToken(await tokenBy(its))).toMatchObject(good);
  });

  it("need not name its key when one of the published ones signed it", async () => {
    const second = await newIssuerKey("two");
    const { sendToken } = await start(taking((await keep(startIssuer([key, second]))).url));
    expect(await sendToken(await tokenBy(second, {}, { kid: undefined }))).toMatchObject(good);
    expect(await sendToken(await tokenBy(other, {}, { kid: undefined }))).toMatchObject(refused("wrong signature"));
    expect(await sendToken(await tokenBy(second, { aud: "x" }, { kid: undefined }))).toMatchObject(refused("foreign audience"));
  });

  it("is refused when none can be checked, with a word why; whoever has none is a visitor", async () => {
    const { url, visits, sendToken } = await start({});
    expect(await sendToken(await tokenBy(key))).toMatchObject(refused("no tokens taken"));
    expect(await ask(url, "{ visitCount }")).toMatchObject(good);
    expect(visits.viewers()).toEqual([{ id: null, grants: [] }]);
  });

  it("that grants more than a header holds is refused", async () => {
    const { sendToken } = await start();
    const token = await tokenBy(key, { roles: ["viewer", "leader", "admin"], unions: Array.from({ length: 160 }, (_, index) => `the-union-number-${index}`), unions_exactly: true });
    expect(await sendToken(token)).toMatchObject(refused("oversized"));
  });
});

describe("a development token", () => {
  it("is taken where its public key is known, by the usual names whatever the provider's are", async () => {
    const { privateKey, jwks } = await newDevelopmentKey();
    const settings = taking(provider.url, { claims: { role: "groups", division: "d", unions: "u", exactly: "e" }, roleMap: { "friends-leaders": "leader" } });
    const { sendToken, visits } = await start({ ...settings, development: jwks });
    expect(await sendToken(await developmentToken(privateKey, { role: "officer", divisions: ["ngo-aid"], unions: ["*"], subject: "lan" }))).toMatchObject(good);
    expect(await sendToken(await tokenBy(key, { groups: "friends-leaders", u: "*" }))).toMatchObject(good);
    expect(visits.viewers()).toEqual([
      { id: "lan", grants: [{ role: "officer", division: "ngo-aid", unions: ["*"] }] },
      { id: "chi-lan", grants: [{ role: "leader", unions: ["*"] }] },
    ]);
  });

  it("of another key, or signed by the provider in its name, is refused", async () => {
    const [mine, others] = await Promise.all([newDevelopmentKey(), newDevelopmentKey()]);
    const { sendToken } = await start({ ...taking(provider.url), development: mine.jwks });
    expect(await sendToken(await developmentToken({ ...others.privateKey, kid: mine.privateKey.kid! }, { role: "admin" }))).toMatchObject(refused("wrong signature"));
    expect(await sendToken(await tokenBy(key, { iss: developmentIssuer, aud: "huu-nghi" }))).toMatchObject(refused("algorithm not allowed"));
  });

  it("is all that a gateway without a provider takes", async () => {
    const { jwks } = await newDevelopmentKey();
    const { sendToken } = await start({ development: jwks });
    expect(await sendToken(await tokenBy(key))).toMatchObject(refused("foreign issuer"));
  });
});
