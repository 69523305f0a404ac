import { services, startAnswering, startDivision } from "../fixtures/small-graph.fixture";

const { keep, gateway, close } = services();
afterAll(close);

const health = async (url: string, page: string) => (await fetch(new URL(`/health/${page}`, url))).status;

describe("the health of the gateway", () => {
  it("is ready while every division is, and live in any case", async () => {
    const hosts = await keep(startDivision("hosts"));
    const visits = await keep(startDivision("guest-visits"));
    const { url } = await gateway({ hosts: hosts.url, "guest-visits": visits.url });
    expect([await health(url, "live"), await health(url, "ready")]).toEqual([200, 200]);
    await visits.close();
    await new Promise(resolve => setTimeout(resolve, 1100));
    expect([await health(url, "live"), await health(url, "ready")]).toEqual([200, 503]);
  });

  it("asks a subgraph without health pages the smallest query", async () => {
    const hosts = await keep(startDivision("hosts"));
    const foreign = await keep(startAnswering((request, response) => {
      if (request.method === "GET") return void response.writeHead(200, { "content-type": "text/html" }).end("<html></html>");
      response.writeHead(200, { "content-type": "application/json" }).end(`{"data":{"__typename":"Query"}}`);
    }));
    const { url } = await gateway({ hosts: hosts.url, "guest-visits": foreign.url });
    expect(await health(url, "ready")).toBe(200);
  });

  it("is not ready while a division says that it is not", async () => {
    const hosts = await keep(startDivision("hosts"));
    const starting = await keep(startAnswering((_request, response) => {
      response.writeHead(503, { "content-type": "application/json" }).end(`{"status":"not ready"}`);
    }));
    const { url } = await gateway({ hosts: hosts.url, "guest-visits": starting.url });
    expect(await health(url, "ready")).toBe(503);
  });

  it("asks the divisions at most once a second, however often it is asked", async () => {
    let asked = 0;
    const counting = await keep(startAnswering((_request, response) => {
      asked += 1;
      response.writeHead(200, { "content-type": "application/json" }).end(`{"status":"ready"}`);
    }));
    const { url } = await gateway({ hosts: counting.url, "guest-visits": counting.url });
    await Promise.all(Array.from({ length: 20 }, () => health(url, "ready")));
    expect(asked).toBe(2);
  });
});
