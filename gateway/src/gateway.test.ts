import { ApolloGateway } from "@apollo/gateway";
import { ConfigFault } from "@huu-nghi/service-kit";
import { composeSupergraph } from "./supergraph/composition";
import { startGateway } from "./gateway";
import { ask, nobody, services, startDivision, supergraphAt } from "./fixtures/small-graph.fixture";

const { keep, gateway, close } = services();
afterAll(close);

const startAll = async () => {
  const hosts = await keep(startDivision("hosts"));
  const visits = await keep(startDivision("guest-visits"));
  return { hosts, visits, running: await gateway({ hosts: hosts.url, "guest-visits": visits.url }) };
};

describe("the gateway", () => {
  it("joins two divisions into one answer", async () => {
    const { running } = await startAll();
    const { status, data, errors } = await ask(running.url, `{ host(id: "1") { name guests } visitCount }`);
    expect({ status, data, errors }).toEqual({ status: 200, data: { host: { name: "Lan", guests: ["guest of 1"] }, visitCount: 3 }, errors: undefined });
  });

  it("gives each division the request id of the client, and answers with it", async () => {
    const { running, hosts, visits } = await startAll();
    const { headers } = await ask(running.url, `{ hosts { guests } }`, {}, { "x-request-id": "from-the-client-1" });
    expect([hosts.asked, visits.asked, headers.get("x-request-id")]).toEqual([["from-the-client-1"], ["from-the-client-1"], "from-the-client-1"]);
  });

  it("asks a division at another address than the supergraph's when told so", async () => {
    const hosts = await keep(startDivision("hosts"));
    const running = await gateway({ hosts: nobody }, { subgraphUrls: { hosts: hosts.url } });
    expect((await ask(running.url, `{ host(id: "2") { name } }`)).data).toEqual({ host: { name: "Minh" } });
  });

  it("serves any supergraph, and needs none of its subgraphs to start", async () => {
    const { supergraphSdl } = composeSupergraph([{ name: "moon", url: nobody, sdl: "type Query { phase: String }" }]);
    const running = await keep(startGateway({ supergraphSdl }));
    const { data, errors } = await ask(running.url, "{ phase }");
    expect([data, errors?.[0]?.extensions?.["division"]]).toEqual([{ phase: null }, "moon"]);
  });

  it("goes on with a new supergraph, and refuses malformed scalars by it too", async () => {
    const hosts = await keep(startDivision("hosts"));
    const first = composeSupergraph([{ name: "hosts", url: nobody, sdl: "type Query { before: String }" }]).supergraphSdl;
    let replace: (supergraphSdl: string) => void = () => undefined;
    const running = await keep(startGateway({
      supergraphSdl: async ({ update }) => {
        replace = update;
        return { supergraphSdl: first };
      },
    }));
    expect((await ask(running.url, "{ host(id: 1) { name } }")).status).toBe(400);
    replace(supergraphAt({ hosts: hosts.url }));
    expect((await ask(running.url, "{ host(id: 1) { name } }")).data).toEqual({ host: { name: "Lan" } });
    expect((await ask(running.url, `{ hosts(countries: ["la"]) { name } }`)).errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
  });

  it("says which port is taken, and how to choose another", async () => {
    const { port } = await gateway({});
    const second = startGateway({ supergraphSdl: supergraphAt(), port });
    await expect(second).rejects.toThrow(ConfigFault);
    await expect(second).rejects.toThrow(`Port ${port} of 127.0.0.1 is in use by another program. Stop that one, or choose another port: PORT=`);
  });

  it("refuses a body over 1 MB, a batch, and a request that a foreign page could make, each with a code and a request id", async () => {
    const { url } = await gateway({});
    const send = async (body: string, type = "application/json") => {
      const response = await fetch(url, { method: "POST", headers: { "content-type": type }, body });
      const { errors } = (await response.json()) as { errors: { extensions: object }[] };
      return { status: response.status, extensions: errors[0]?.extensions };
    };
    const named = { code: "BAD_USER_INPUT", requestId: expect.any(String) as string };
    expect(await send(JSON.stringify({ query: `{ tide(moon: "${"x".repeat(1_100_000)}") }` }))).toEqual({
      status: 413,
      extensions: { ...named, code: "QUERY_TOO_COSTLY", limit: { name: "bodyBytes", allowed: 1_048_576, asked: 1_100_032 } },
    });
    expect(await send(`[{"query":"{ __typename }"}]`)).toEqual({ status: 400, extensions: named });
    expect(await send(`{"query":"{ __typename }"}`, "text/plain")).toEqual({ status: 400, extensions: named });
    expect(await send("{")).toEqual({ status: 400, extensions: named });
  });

  it("lets pages of the named origins read answers, and of no other", async () => {
    const preflight = async (url: string, origin: string) => {
      const headers = { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" };
      return (await fetch(url, { method: "OPTIONS", headers })).headers.get("access-control-allow-origin");
    };
    const open = await gateway({}, { http: { corsOrigins: ["https://dashboard.example"] } });
    expect(await preflight(open.url, "https://dashboard.example")).toBe("https://dashboard.example");
    expect(await preflight(open.url, "https://elsewhere.example")).toBeNull();
    expect(await preflight((await gateway({})).url, "https://dashboard.example")).toBeNull();
  });

  it("starts nothing that reports to the library's vendor", async () => {
    await gateway({});
    const library = new ApolloGateway({ supergraphSdl: supergraphAt() }) as unknown as { toDispose: unknown[] };
    expect(library.toDispose).toEqual([]);
  });
});
