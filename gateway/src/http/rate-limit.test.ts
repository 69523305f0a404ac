import { newIssuerKey, startIssuer, taking, tokenBy, type IssuerKey } from "../viewer/token-issuer.fixture";
import { ask } from "../fixtures/small-graph.fixture";
import { libraries } from "../fixtures/library.fixture";
import { addressGroup } from "./rate-limit";

const { start, keep, close } = libraries();
let key: IssuerKey;
let provider: Awaited<ReturnType<typeof startIssuer>>;
beforeAll(async () => {
  key = await newIssuerKey("one");
  provider = await keep(startIssuer([key]));
});
afterAll(close);

const query = "{ book { id } }";
const limited = { code: "RATE_LIMITED", retryAfter: expect.any(Number) as number, requestId: expect.any(String) as string };
const bearer = async (subject: string) => ({ authorization: `Bearer ${await tokenBy(key, { sub: subject })}` });
const statuses = async (count: number, send: () => Promise<{ status: number }>) => {
  const all: number[] = [];
  for (let sent = 0; sent < count; sent++) all.push((await send()).status);
  return all;
};

it("takes as many requests of an address in a minute as it is told, and no more", async () => {
  const { url, asked } = await start({ http: { ratePerAddress: 3 } });
  expect(await statuses(3, () => ask(url, query))).toEqual([200, 200, 200]);
  const { status, headers, errors } = await ask(url, query);
  expect([status, errors?.[0]?.extensions]).toEqual([429, limited]);
  const seconds = Number(headers.get("retry-after"));
  expect([seconds > 0, seconds <= 60, errors?.[0]?.extensions?.["retryAfter"]]).toEqual([true, true, seconds]);
  expect(asked).toHaveLength(3);
});

it("takes any number where the limit is off, as for a load test", async () => {
  const { url } = await start({ http: { ratePerAddress: Infinity, ratePerViewer: Infinity } });
  expect(new Set(await statuses(50, () => ask(url, query)))).toEqual(new Set([200]));
});

it("counts each viewer apart, from wherever they ask, and apart from visitors", async () => {
  const { url } = await start({ http: { ratePerViewer: 2, ratePerAddress: 1 }, tokens: taking(provider.url) });
  const [lan, minh] = [await bearer("lan"), await bearer("minh")];
  expect(await statuses(3, () => ask(url, query, {}, lan))).toEqual([200, 200, 429]);
  expect(await statuses(3, () => ask(url, query, {}, minh))).toEqual([200, 200, 429]);
  expect(await statuses(2, () => ask(url, query))).toEqual([200, 429]);
});

it("stops a flood of tokens that are not taken by their address, before it checks them", async () => {
  const { url } = await start({ http: { ratePerAddress: 3 }, tokens: taking(provider.url) });
  expect(await statuses(5, () => ask(url, query, {}, { authorization: "Bearer not.a.token" }))).toEqual([401, 401, 401, 429, 429]);
  expect((await ask(url, query)).status).toBe(200);
});

it("never counts health pages", async () => {
  const { url } = await start({ http: { ratePerAddress: 1 } });
  expect(await statuses(5, () => fetch(new URL("/health/live", url)))).toEqual([200, 200, 200, 200, 200]);
});

describe("behind a proxy", () => {
  const from = (address: string) => ({ "x-forwarded-for": address });

  it("tells clients by what the proxy says, when that is to be believed", async () => {
    const { url } = await start({ http: { ratePerAddress: 1, trustProxy: 1 } });
    expect(await statuses(2, () => ask(url, query, {}, from("203.0.113.1")))).toEqual([200, 429]);
    expect(await statuses(2, () => ask(url, query, {}, from("203.0.113.2")))).toEqual([200, 429]);
    // What a client itself put in front of the proxy's word counts for nothing.
    expect((await ask(url, query, {}, from("203.0.113.9, 203.0.113.1"))).status).toBe(429);
  });

  it("believes nobody unless told so", async () => {
    const { url } = await start({ http: { ratePerAddress: 1 } });
    expect([(await ask(url, query, {}, from("203.0.113.1"))).status, (await ask(url, query, {}, from("203.0.113.2"))).status]).toEqual([200, 429]);
  });
});

it.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:0:7:1:2:3:4", "2001:db8:0:7"],
  ["2001:db8:0:7::9", "2001:db8:0:7"],
  ["2001:db8::9", "2001:db8:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["::1", "0:0:0:0"],
  ["203.0.113.7:50123", "203.0.113.7"],
  ["[2001:db8:0:7::9]:50123", "2001:db8:0:7"],
])("takes the address %s for one of %s", (address, group) => expect(addressGroup(address)).toBe(group));
