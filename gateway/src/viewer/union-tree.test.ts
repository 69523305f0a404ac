import type { RequestListener } from "node:http";
import { fixedKeys, newKey } from "@huu-nghi/identity";
import { createLog } from "@huu-nghi/service-kit";
import { buildSchema } from "graphql";
import { composeSupergraph } from "../supergraph/composition";
import { startGateway } from "../gateway";
import { ask, services, startAnswering } from "../fixtures/small-graph.fixture";
import { newIssuerKey, startIssuer, startRecording, taking, tokenBy, type IssuerKey } from "./token-issuer.fixture";
import { UnionTree } from "./union-tree";

const { keep, gateway, close } = services();
let key: IssuerKey;
let provider: Awaited<ReturnType<typeof startIssuer>>;
beforeAll(async () => {
  key = await newIssuerKey("one");
  provider = await keep(startIssuer([key]));
});
afterAll(close);

const sdl = "type Query { unions(includeDemo: Boolean): [Union!] } type Union { id: ID! parent: Union }";
const unions = [
  { id: "vufo", parent: null },
  { id: "dong-nai", parent: { id: "vufo" } },
  { id: "bien-hoa", parent: { id: "dong-nai" } },
  { id: "vinh-phuc", parent: { id: "vufo" } },
];

/** A gateway over a division of unions and one that records; `asked` counts the questions for the tree. */
const start = async (answer?: RequestListener) => {
  const division = { asked: [] as { viewer: unknown }[], answer };
  const associations = await keep(startAnswering((request, response) => {
    division.asked.push({ viewer: request.headers["x-huu-nghi-viewer"] });
    if (division.answer) return division.answer(request, response);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ data: { unions } }));
  }));
  const visits = await keep(startRecording());
  const { supergraphSdl } = composeSupergraph([
    { name: "associations", url: associations.url, sdl },
    { name: "guest-visits", url: visits.url, sdl: "type Query { visitCount: Int }" },
  ]);
  const { url } = await keep(startGateway({ supergraphSdl, links: { shareInFlight: false }, tokens: taking(provider.url), keys: fixedKeys([newKey()]) }));
  const unionsOf = async (claims: object) => {
    await ask(url, "{ visitCount }", {}, { authorization: `Bearer ${await tokenBy(key, { roles: ["leader"], ...claims })}` });
    return visits.viewers().at(-1)?.grants.flatMap(grant => grant.unions);
  };
  return { url, division, visits, unionsOf };
};

describe("the unions of a role", () => {
  it("are those below the named ones, too, unless the token says exactly these", async () => {
    const { unionsOf, division } = await start();
    expect(await unionsOf({ unions: "dong-nai" })).toEqual(["dong-nai", "bien-hoa"]);
    expect(await unionsOf({ unions: "vufo" })).toEqual(["vufo", "dong-nai", "vinh-phuc", "bien-hoa"]);
    expect(await unionsOf({ unions: ["vufo", "elsewhere"], unions_exactly: true })).toEqual(["vufo", "elsewhere"]);
    expect(division.asked).toHaveLength(1);
  });

  it("are asked for as a visitor, once for many who wait, and never for visitors, for * or for nothing", async () => {
    const { url, unionsOf, division, visits } = await start();
    await ask(url, "{ visitCount }");
    expect(await unionsOf({ unions: "*" })).toEqual(["*"]);
    expect(await unionsOf({})).toEqual([]);
    expect(division.asked).toEqual([]);
    await Promise.all(Array.from({ length: 20 }, () => unionsOf({ unions: "dong-nai" })));
    expect(visits.viewers().slice(-20).every(({ grants }) => grants[0]?.unions.includes("bien-hoa"))).toBe(true);
    expect(division.asked).toEqual([{ viewer: Buffer.from(`{"id":null,"grants":[]}`).toString("base64url") }]);
  });

  it("are the named ones while the division does not answer, and while it hangs nobody waits long", async () => {
    const { unionsOf, url } = await start(() => undefined);
    const before = Date.now();
    let isAnswered = false;
    const waited = unionsOf({ unions: "dong-nai" }).finally(() => (isAnswered = true));
    await ask(url, "{ visitCount }");
    expect(isAnswered).toBe(false);
    expect(await waited).toEqual(["dong-nai"]);
    // A division has ten seconds to answer.
    expect(Date.now() - before).toBeLessThan(8000);
  });

  it("are the named ones in a graph without unions", async () => {
    const visits = await keep(startRecording());
    const { url } = await gateway({ "guest-visits": visits.url }, { tokens: taking(provider.url), keys: fixedKeys([newKey()]) });
    await ask(url, "{ visitCount }", {}, { authorization: `Bearer ${await tokenBy(key, { roles: ["leader"], unions: ["dong-nai"] })}` });
    expect(visits.viewers()[0]?.grants).toEqual([{ role: "leader", unions: ["dong-nai"] }]);
  });
});

describe("the tree of unions", () => {
  const treeOf = (ask: () => Promise<unknown>, times = {}) => {
    const tree = new UnionTree(ask, createLog("test", "silent"), times);
    tree.useSchema(buildSchema(sdl));
    return tree;
  };

  it("is asked for anew when it is old, and the last known one counts while nobody answers", async () => {
    let answer: () => Promise<unknown> = async () => ({ unions });
    let asked = 0;
    const tree = treeOf(() => ((asked += 1), answer()), { keptMs: 500 });
    expect(await tree.withBelow(["dong-nai"])).toEqual(["dong-nai", "bien-hoa"]);
    expect(await tree.withBelow(["vinh-phuc"])).toEqual(["vinh-phuc"]);
    expect(asked).toBe(1);
    const later = () => new Promise(resolve => setTimeout(resolve, 600));
    answer = async () => Promise.reject(new Error("down"));
    await later();
    expect(await tree.withBelow(["dong-nai"])).toEqual(["dong-nai", "bien-hoa"]);
    answer = async () => ({ unions: null });
    await later();
    expect(await tree.withBelow(["dong-nai"])).toEqual(["dong-nai", "bien-hoa"]);
    answer = async () => ({ unions: unions.slice(0, 2) });
    await later();
    expect(await tree.withBelow(["dong-nai"])).toEqual(["dong-nai"]);
    expect(asked).toBe(4);
  });

  it("is asked for again soon when it was never known", async () => {
    let answer: unknown = undefined;
    const tree = treeOf(async () => answer, { failurePauseMs: 500 });
    expect(await tree.withBelow(["dong-nai"])).toEqual(["dong-nai"]);
    answer = { unions };
    expect(await tree.withBelow(["dong-nai"])).toEqual(["dong-nai"]);
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(await tree.withBelow(["dong-nai"])).toEqual(["dong-nai", "bien-hoa"]);
  });

  it("may have a circle, and ids that cannot be passed on", async () => {
    const odd = [{ id: "a", parent: { id: "b" } }, { id: "b", parent: { id: "a" } }, { id: "Ở xa", parent: { id: "a" } }];
    expect(await treeOf(async () => ({ unions: odd })).withBelow(["a"])).toEqual(["a", "b"]);
  });
});
