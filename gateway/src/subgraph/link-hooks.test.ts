import { executors } from "../operation/executor";
import { ask } from "../fixtures/small-graph.fixture";
import { faultyGraph, startFaulty, unavailable, type FaultySubgraph } from "../fixtures/faulty-subgraph.fixture";
import type { IncomingAnswer, OutgoingRequest } from "./link-hooks";

const { keep, gateway, close } = faultyGraph();
afterAll(close);

describe.each(executors)("what goes with a request to a division, by the %s executor", executor => {
  let hosts: FaultySubgraph;
  let visits: FaultySubgraph;
  beforeAll(async () => {
    hosts = await keep(startFaulty("hosts"));
    visits = await keep(startFaulty("visits"));
  });
  const received = async () => (await visits.told()).headers[0] ?? {};

  it("are the client's headers that the operator names, but none by which a division knows who asks", async () => {
    const forwardHeaders = ["x-tenant", "accept-language", "authorization", "cookie", "x-huu-nghi-viewer", "x-request-id", "host", "content-length"];
    const { url } = await gateway({ visits: visits.url }, { executor, forwardHeaders });
    await visits.behave("well");
    await ask(url, "{ visitCount }", {}, { "x-tenant": "hue", "accept-language": "vi", "x-huu-nghi-viewer": "me", cookie: "a=b", "x-other": "1" });
    const headers = await received();
    expect(headers).toMatchObject({ "x-tenant": "hue", "accept-language": "vi", host: `127.0.0.1:${visits.port}` });
    expect(Object.keys(headers).filter(name => ["cookie", "x-huu-nghi-viewer", "x-other", "authorization"].includes(name))).toEqual([]);
  });

  it("are the headers that the operator's code sets; it also sees and alters what comes back", async () => {
    const seen: unknown[] = [];
    const hooks = {
      willSendRequest: async ({ division, request, headers, context }: OutgoingRequest) => {
        seen.push([division, request.kind, context?.viewer.id, headers]);
        Object.assign(headers, { "X-Api-Key": "of the operator", "x-huu-nghi-viewer": "forged", "content-length": "1" });
      },
      didReceiveResponse: ({ status, headers, answer }: IncomingAnswer) => {
        seen.push([status, headers["content-type"]]);
        answer.data!["visitCount"] = 4;
      },
    };
    const { url } = await gateway({ visits: visits.url }, { executor, hooks, forwardHeaders: ["x-tenant"] });
    await visits.behave("well");
    expect((await ask(url, "{ visitCount }", {}, { "x-tenant": "hue" })).data).toEqual({ visitCount: 4 });
    expect(await received()).toMatchObject({ "x-api-key": "of the operator", "x-tenant": "hue" });
    expect(await received()).not.toHaveProperty("x-huu-nghi-viewer");
    expect(seen).toEqual([["visits", "query", null, expect.objectContaining({ "x-tenant": "hue" })], [200, "application/json"]]);
  });

  it("fails alone when the operator's code does", async () => {
    const willSendRequest = ({ division }: OutgoingRequest) => {
      if (division === "visits") throw new Error("http://10.0.0.7");
    };
    const { url } = await gateway({ hosts: hosts.url, visits: visits.url }, { executor, hooks: { willSendRequest } });
    const { data, errors } = await ask(url, "{ host { name } visitCount }");
    expect([data, errors]).toEqual([{ host: { name: "Lan" }, visitCount: null }, [unavailable(["visitCount"])]]);
  });

  it("and what the divisions say of caching restricts what the client is told", async () => {
    const { url } = await gateway({ hosts: hosts.url, visits: visits.url }, { executor });
    const told = async (ofHosts: string | undefined, ofVisits: string | undefined) => {
      await hosts.behave("well", { headers: ofHosts === undefined ? {} : { "cache-control": ofHosts } });
      await visits.behave("well", { headers: ofVisits === undefined ? {} : { "cache-control": ofVisits } });
      return (await ask(url, "{ host { name } visitCount }")).headers.get("cache-control");
    };
    expect(await told("max-age=60, public", "public, max-age=30")).toBe("max-age=30, public");
    expect(await told("max-age=60", "private, max-age=90")).toBe("max-age=60, private");
    expect(await told("max-age=60", undefined)).toBe("no-store");
    expect(await told("max-age=60", "no-store, max-age=10")).toBe("no-store");
  });
});
