import { testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { ngoAid } from "../ngo-aid";

let division: TestSubgraph;
let keys = 0;
beforeAll(async () => {
  division = await testSubgraph(ngoAid, { records: true });
}, 60_000);
afterAll(() => division[Symbol.asyncDispose]());

const union = "vinh-phuc";
const key = () => `key-${(keys += 1)}`;
const change = async (mutation: string, input: object, fields: string) => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
  const { data, errors } = await division.run(`mutation ($input: ${type}) { ${mutation}(input: $input) { ${fields} } }`, { input: { idempotencyKey: key(), ...input } }, viewers.officer("ngo-aid", union));
  expect(errors).toBeUndefined();
  return data[mutation];
};
const project = async (): Promise<string> => (await change("createAidProject", { union, code: `P-${keys}`, title: { en: "A project" } }, "aidProject { id }")).aidProject.id;
const promise = (of: string, amount: string, currency: string, signedOn: string) => change("createCommitment", { project: of, amount: { amount, currency }, signedOn }, "commitment { amount { amount currency } }");
const committed = async (id: string, currency: string) =>
  (await division.run("query ($id: ID!, $currency: CurrencyCode) { aidProject(id: $id) { committed(currency: $currency) { amount currency } } }", { id, currency })).data.aidProject.committed;
const summary = async (from: string, to: string) =>
  (await division.run("query ($from: LocalDate!, $to: LocalDate!, $union: ID!) { aidSummary(union: $union, from: $from, to: $to, groupBy: NGO, measure: COMMITTED, currency: \"VND\") { total { amount currency } unconverted rows { amount { amount } } } }", { union, from, to })).data.aidSummary;

it("10^15 đồng and one more stay what they are, alone and in sums", async () => {
  const id = await project();
  for (const amount of ["1000000000000001", "9007199254740993", "1"]) expect(await promise(id, amount, "VND", "2001-05-01")).toEqual({ commitment: { amount: { amount, currency: "VND" } } });
  const sum = { amount: "10007199254740995", currency: "VND" };
  expect(await committed(id, "VND")).toEqual(sum);
  expect(await summary("2001-01-01", "2001-12-31")).toEqual({ total: sum, unconverted: 0, rows: [{ amount: { amount: sum.amount } }] });
});

it("two currencies without a rate of the day have no sum of the project, and the summary counts what it left out", async () => {
  const id = await project();
  await promise(id, "1000000000000001", "VND", "2002-05-01");
  await promise(id, "1", "USD", "2002-05-01");
  expect([await committed(id, "VND"), await committed(id, "USD")]).toEqual([null, null]);
  expect(await summary("2002-01-01", "2002-12-31")).toMatchObject({ total: { amount: "1000000000000001", currency: "VND" }, unconverted: 1 });
});
