import { startGateway } from "../gateway";
import { ask, services, startAnswering } from "../fixtures/small-graph.fixture";
import { composeSupergraph } from "../supergraph/composition";

const { keep, close } = services();
afterAll(close);

const sdl = `
  type Query { talk: Talk guest: Guest night: Night }
  interface Guest { name: String }
  type Friend implements Guest { name: String }
  type Talk { name: String }
  union Night = Talk`;

it.each(["Query", "Friend", "Night", "String", "Nobody", "constructor", 7])("what a division takes for %s is null, and an error says so, where that may not stand", async type => {
  const value = { __typename: type, name: "Lan" };
  const hosts = await keep(startAnswering((_request, response) => response.writeHead(200).end(JSON.stringify({ data: { night: value, talk: { name: "Peace" } } }))));
  const { supergraphSdl } = composeSupergraph([{ name: "hosts", sdl, url: hosts.url }]);
  const { url } = await keep(startGateway({ supergraphSdl, executor: "compiled" }));
  const { status, data, errors = [] } = await ask(url, "{ night { __typename ... on Talk { name } } talk { name } }");
  expect([status, data]).toEqual([200, { night: null, talk: { name: "Peace" } }]);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.path?.[0]).toBe("night");
});
