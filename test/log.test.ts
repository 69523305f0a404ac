import { randomUUID } from "node:crypto";
import { ask, loggedAbout, plant, testKey, type TestSupergraph } from "@huu-nghi/test-kit";
import { operationText } from "./contract/expectation";
import { divisions, testSupergraph } from "./system";

let graph: TestSupergraph;
beforeAll(async () => {
  graph = await testSupergraph({ records: true });
}, 120_000);
afterAll(() => graph[Symbol.asyncDispose]());

const everyone = ["gateway", ...divisions.map(({ name }) => name)].sort();
const requestLines = (requestId: string) => loggedAbout(requestId).filter(({ msg }) => msg === "request");
const profile = { code: "JP", union: "vufo", from: "2023-01-01", to: "2023-12-31" };

describe("one request of a client", () => {
  it("has one id in the lines of the gateway and of every division that it asks", async () => {
    const requestId = `request-${randomUUID()}`;
    await ask(graph.url, operationText("country-profile"), profile, { "x-request-id": requestId });
    const lines = requestLines(requestId);
    expect([...new Set(lines.map(({ process }) => process))].sort()).toEqual(everyone);
    expect(lines.filter(({ process }) => process === "gateway")).toMatchObject([{ level: 30, operation: "CountryProfile", method: "POST", path: "/graphql", status: 200, errors: [] }]);
    for (const line of lines) {
      expect(line).toMatchObject({ operation: expect.stringMatching(/^CountryProfile/), status: 200, errors: [], durationMs: expect.any(Number) });
      expect(Object.keys(line).sort()).toEqual(["durationMs", "errors", "level", "method", "msg", "operation", "path", "process", "requestId", "status", "time", "type"]);
    }
  });

  it("has an id that the gateway makes where the client gave none, and quotes in its errors", async () => {
    const { errors } = await graph.run("{ events(first: 0) { totalCount } }");
    const lines = requestLines(String(errors?.[0]?.extensions["requestId"]));
    expect(lines).toMatchObject([{ process: "foreign-relations", errors: ["BAD_USER_INPUT"] }, { process: "gateway", operation: "query", errors: ["BAD_USER_INPUT"] }]);
  });
});

it("who asks, by what token, and what for is in no line", async () => {
  const requestId = `request-${randomUUID()}`;
  const subject = plant("name", "nguyen.thi.planted");
  const token = plant("token", await graph.token({ role: "officer", divisions: ["associations"], unions: ["dong-nai"], subject }));
  const name = plant("name", "Nguyễn Thị Planted");
  plant("key", testKey.secret);
  await ask(graph.url, "query Search($id: ID!) { friendshipAssociation(id: $id) { id } foreignNgo(id: $id) { id } }", { id: name }, { "x-request-id": requestId, authorization: `Bearer ${token}` });
  const lines = loggedAbout(requestId);
  expect(new Set(lines.map(({ process }) => process))).toEqual(new Set(everyone.filter(each => each !== "foreign-relations")));
  expect(JSON.stringify(lines)).not.toMatch(/planted|officer|dong-nai|eyJ/i);
});
