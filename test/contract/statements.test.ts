import { operations } from "@huu-nghi/contract";
import type { TestSupergraph } from "@huu-nghi/test-kit";
import { testSupergraph } from "../system";
import counts from "./statements.json";

/**
 * How many SQL statements each operation takes in all divisions together, on data that has something for every field.
 * A number here may fall. Before one rises: would the statement be needed again for each thing on the page?
 */
const expected: Record<string, { variables: Record<string, unknown>; statements: number }> = counts;

let graph: TestSupergraph;
beforeAll(async () => {
  graph = await testSupergraph({ records: true, demo: 1 });
}, 120_000);
afterAll(() => graph[Symbol.asyncDispose]());

describe("the statements that an operation takes", () => {
  it.each(operations().map(({ name, text }) => [name, text] as const))("%s", async (name, text) => {
    const { variables, statements } = expected[name]!;
    let answer: unknown;
    const sent = await graph.statements(async () => (answer = await graph.run(text, variables)));
    expect(answer).toMatchObject({ status: 200, data: expect.anything() });
    expect(JSON.stringify(answer)).not.toContain('"errors"');
    expect({ name, statements: sent.length }).toEqual({ name, statements });
  });

  const national = operations().find(({ name }) => name === "national-rollup")!.text;

  it("do not grow with the unions of a national roll-up", async () => {
    const one = await graph.statements(() => graph.run(national.replace("level: PROVINCIAL", "level: NATIONAL"), { year: 2014 }));
    const more = await graph.statements(() => graph.run(national.replace("level: PROVINCIAL", "level: PROVINCIAL, includeDemo: true"), { year: 2014 }));
    expect(more.length).toBe(one.length);
  });
});
