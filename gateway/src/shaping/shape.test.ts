import { startGateway } from "../gateway";
import { ask, services, startAnswering } from "../fixtures/small-graph.fixture";
import { composeSupergraph } from "../supergraph/composition";

const { keep, close } = services();
afterAll(close);

const sdl = `
  type Query { talk: Talk talks: [Talk] guest: Guest night: Night }
  interface Guest { name: String }
  type Friend implements Guest { name: String }
  type Talk { name: String }
  union Night = Talk`;

const asking = async (given: object, query: string) => {
  const hosts = await keep(startAnswering((_request, response) => response.writeHead(200).end(JSON.stringify({ data: given }))));
  const { supergraphSdl } = composeSupergraph([{ name: "hosts", sdl, url: hosts.url }]);
  const { url } = await keep(startGateway({ supergraphSdl, executor: "compiled" }));
  return ask(url, query);
};

it.each(["Query", "Friend", "Night", "String", "Nobody", "constructor", 7])("what a division takes for %s is null, and an error says so, where that may not stand", async type => {
  const value = { __typename: type, name: "Lan" };
  const given = { night: value, talk: { name: "Peace" } };
  const { status, data, errors = [] } = await asking(given, "{ night { __typename ... on Talk { name } } talk { name } }");
  expect([status, data]).toEqual([200, { night: null, talk: { name: "Peace" } }]);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.path?.[0]).toBe("night");
});

it("Of ten thousand values that do not fit the first thousand are told", async () => {
  const { status, data, errors } = await asking({ talks: new Array(10_000).fill(7) }, "{ talks { name } }");
  expect([status, errors?.length]).toEqual([200, 1000]);
  expect((data?.["talks"] as unknown[]).every(talk => talk === null)).toBe(true);
});
