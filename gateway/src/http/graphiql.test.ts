import { getIntrospectionQuery } from "graphql";
import { operations } from "@huu-nghi/contract";
import { composeSupergraph } from "../supergraph/composition";
import { startGateway } from "../gateway";
import { ask, nobody, services } from "../fixtures/small-graph.fixture";

const { keep, gateway, close } = services();
afterAll(close);

const get = (url: string, path: string) => fetch(new URL(path, url), { redirect: "manual" });

describe("GraphiQL", () => {
  it("is where a browser that opens the gateway is led", async () => {
    const { url } = await gateway({});
    const root = await get(url, "/");
    expect([root.status, root.headers.get("location")]).toEqual([302, "/graphiql"]);
    expect(await (await get(url, "/graphiql")).text()).toContain("Hữu Nghị");
  });

  it("loads from the gateway only", async () => {
    const { url } = await gateway({});
    const page = await get(url, "/graphiql?operation=union-year");
    const addresses = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? "");
    const files = addresses.filter(address => !address.startsWith("data:"));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter(file => !file.startsWith("/graphiql/"))).toEqual([]);
    for (const file of files) expect([file, (await get(url, file)).status]).toEqual([file, 200]);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
  });

  it("offers those operations of the contract that the graph can answer", async () => {
    const names = async (url: string) => ((await (await get(url, "/graphiql/operations.json")).json()) as { name: string }[]).map(({ name }) => name);
    expect(await names((await gateway({})).url)).toEqual([]);

    const sdl = `
      scalar PartialDate
      type Query { document(number: String!, issuer: String): Document }
      type Text { vi: String en: String }
      type Document { id: ID number: String title: Text issuer: String issuedOn: PartialDate implements: [Document] implementedBy: [Document] events(first: Int): Events }
      type Events { totalCount: Int nodes: [Event] }
      type Event { id: ID title: Text startsOn: PartialDate }`;
    const { supergraphSdl } = composeSupergraph([{ name: "documents", url: nobody, sdl }]);
    expect(await names((await keep(startGateway({ supergraphSdl }))).url)).toEqual(["document-chain"]);
    expect(operations().length).toBeGreaterThan(1);
  });

  it("is closed in production, and so is introspection", async () => {
    const open = await gateway({});
    expect((await ask(open.url, getIntrospectionQuery())).status).toBe(200);
    const closed = await gateway({}, { production: true });
    expect([(await get(closed.url, "/graphiql")).status, (await get(closed.url, "/")).status]).toEqual([404, 404]);
    expect((await ask(closed.url, getIntrospectionQuery())).errors?.[0]?.extensions).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED" });
    expect((await ask(closed.url, "{ hots { id } }")).text).not.toContain("Did you mean");
  });
});
