import { operations } from "@huu-nghi/contract";
import type { TestSupergraph } from "@huu-nghi/test-kit";
import { firstAnswer, firstQuery } from "../readme";
import { testSupergraph } from "../system";
import { figureIn, operationText, readExpectations, valueAt, type Expectation, type FigureAnswer } from "./expectation";
import counts from "./statements.json";

let graph: TestSupergraph;
beforeAll(async () => {
  graph = await testSupergraph({ records: true, demo: 1 });
}, 120_000);
afterAll(() => graph[Symbol.asyncDispose]());

const expectFigure = (figure: FigureAnswer, expected: Expectation) => {
  const { value, unit, basis, qualifier, changeRatio, attainmentRatio, discrepancy, readings = {}, recordsTotal } = expected;
  const given = { value, unit, basis, changeRatio, attainmentRatio, discrepancy };
  expect(figure).toMatchObject(Object.fromEntries(Object.entries(given).filter(([, each]) => each !== undefined)));
  if (qualifier !== undefined) expect(figure.readings[0]?.qualifier).toBe(qualifier);
  if (recordsTotal !== undefined) expect(figure.records?.totalCount).toBe(recordsTotal);
  for (const [of, printed] of Object.entries(readings)) {
    expect(figure.readings.find(reading => reading.basis === of)?.value ?? null).toBe(printed);
  }
  // What follows from a printed ratio is as good as the ratio's digits.
  const derived = [[figure.value, expected.valueAbout], [figure.previous, expected.previousAbout], [figure.target, expected.targetAbout]] as const;
  for (const [found, about] of derived) {
    if (about !== undefined) expect(Math.abs(Number(found) / Number(about) - 1)).toBeLessThan(1e-9);
  }
};

const named = (expected: Expectation) => [`${expected.operation} ${JSON.stringify(expected.variables)} ${expected.figure ?? expected.path}`, expected] as const;

describe.each(["expected.json", "expected-more.json"])("what the articles say, %s", file => {
  it.each(readExpectations(file).map(named))("%s", async (_name, expected) => {
    const { data, errors } = await graph.run(operationText(expected.operation), expected.variables);
    expect(errors).toBeUndefined();
    if (expected.figure === undefined) expect(valueAt(data, expected.path!)).toEqual(expected.value);
    else expectFigure(figureIn(data, expected.figure), expected);
  });
});

describe("the operations of deployed dashboards", () => {
  it.each(operations().map(operation => [operation.name, operation] as const))("%s runs unchanged", async (_name, { text, variables }) => {
    const { status, errors, data } = await graph.run(text, variables);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(data).toBeDefined();
  });
});

it("the README gives the first query with its real answer", async () => {
  const { data, errors } = await graph.run(firstQuery());
  expect(errors).toBeUndefined();
  expect({ data }).toEqual(firstAnswer());
});

/**
 * How many SQL statements each operation takes in all divisions together, on data that has something for every field.
 * A number here may fall. Before one rises: would the statement be needed again for each thing on the page?
 */
const expected: Record<string, { variables: Record<string, unknown>; statements: number }> = counts;

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
