import { testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { loadCases } from "../cases.fixture";
import { ngoAid } from "../ngo-aid";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(ngoAid);
  await loadCases(division.urls);
}, 60_000);
afterAll(() => division[Symbol.asyncDispose]());

const officer = viewers.officer("ngo-aid", "cases", "books");
let keys = 0;
const send = (mutation: string, answer: string, input: object) =>
  division.run(`mutation ($in: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $in) { ${answer} } }`, { in: { idempotencyKey: `k${(keys += 1)}`, ...input } }, officer);
const commitment = "commitment { id version kind signedOn withdrawnOn amount { amount currency } revises { id } }";
const made = async (mutation: string, input: object, answer = commitment) => {
  const { data, errors } = await send(mutation, answer, input);
  expect(errors).toBeUndefined();
  return Object.values(data[mutation] as object)[0] as { id: string; version: number; amount: { amount: string } };
};
const dong = (amount: string) => ({ amount, currency: "VND" });
const newProject = async (union = "cases") => (await made("createAidProject", { union, code: `C-${(keys += 1)}`, title: { en: "New" } }, "aidProject { id }")).id;
const promise = (project: string, amount: object, signedOn = "2022-03-01") => made("createCommitment", { project, amount, signedOn });
const revise = (project: string, revises: string, amount: object, signedOn: string) => send("createCommitment", commitment, { project, kind: "REVISION", revises, amount, signedOn });
const committed = async (project: string, currency?: string) =>
  (await division.run("query ($id: ID!, $currency: CurrencyCode) { aidProject(id: $id) { committed(currency: $currency) { amount currency } } }", { id: project, currency })).data.aidProject.committed;
const summary = async (union: string, from: string, to: string) =>
  (await division.run('query ($union: ID, $from: LocalDate!, $to: LocalDate!) { aidSummary(union: $union, from: $from, to: $to, groupBy: SECTOR, measure: COMMITTED, currency: "VND") { total { amount } unconverted } }', { union, from, to })).data.aidSummary;
const inYear = async (union: string, year: number) => (await summary(union, `${year}-01-01`, `${year}-12-31`))?.total.amount ?? null;
const refused = (argument: string) => ({ errors: [{ extensions: { code: "BAD_USER_INPUT", argument } }] });

describe("money that was promised", () => {
  it("is exact: 10^15 dong to the last one, and its sums, too", async () => {
    const project = await newProject();
    expect((await promise(project, dong("1000000000000001"))).amount).toEqual(dong("1000000000000001"));
    await promise(project, dong("999999999999999999999"));
    expect(await committed(project)).toEqual(dong("1000001000000000000000"));
    const dinar = await newProject();
    await promise(dinar, { amount: "0.001", currency: "KWD" });
    await promise(dinar, { amount: "90071992547409.931", currency: "KWD" });
    expect(await committed(dinar)).toEqual({ amount: "90071992547409.932", currency: "KWD" });
  });

  it("of several currencies is one sum only where a dated rate is known", async () => {
    const project = await newProject();
    await promise(project, { amount: "100.5", currency: "USD" }, "2023-06-15");
    expect(await committed(project)).toEqual({ amount: "100.5", currency: "USD" });
    await promise(project, dong("1000"), "2023-06-16");
    // At 24,000 dong for a dollar in June 2023.
    expect(await committed(project)).toEqual(dong(String(100.5 * 24_000 + 1000)));
    await promise(project, { amount: "5", currency: "EUR" }, "2023-06-17");
    expect(await committed(project)).toBeNull();
    expect(await committed(project, "USD")).toBeNull();
  });

  it("later, or cut, counts on its own day, and reports of the years before stay", async () => {
    const project = await newProject("books");
    const { id } = await promise(project, dong("5000000000"));
    const added = await revise(project, id, dong("2000000000"), "2023-07-01");
    expect(added.data.createCommitment.commitment).toMatchObject({ kind: "REVISION", revises: { id } });
    expect((await revise(project, id, dong("-1000000000"), "2024-01-01")).errors).toBeUndefined();
    expect(await Promise.all([2022, 2023, 2024].map(year => inYear("books", year)))).toEqual(["5000000000", "2000000000", "-1000000000"]);
    expect(await committed(project)).toEqual(dong("6000000000"));
  });

  it("is cut by no more than was promised in that currency, also by eight at once", async () => {
    const project = await newProject();
    const { id } = await promise(project, dong("100"));
    expect(await revise(project, id, dong("-101"), "2023-01-01")).toMatchObject(refused("amount.amount"));
    expect(await revise(project, id, { amount: "-1", currency: "USD" }, "2023-01-01")).toMatchObject(refused("amount.amount"));
    const cuts = await Promise.all(Array.from({ length: 8 }, () => revise(project, id, dong("-30"), "2023-01-01")));
    expect(cuts.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.argument))).toEqual(Array.from({ length: 5 }, () => "amount.amount"));
    expect(await committed(project)).toEqual(dong("10"));
  });

  it("is not changed before it was promised, nor as a promise to another project", async () => {
    const [project, other] = [await newProject(), await newProject()];
    const { id } = await promise(project, dong("100"), "2023-01-01");
    expect(await revise(project, id, dong("1"), "2022-12-31")).toMatchObject(refused("signedOn"));
    expect(await revise(other, id, dong("1"), "2023-12-31")).toMatchObject(refused("revises"));
    const revision = await revise(project, id, dong("1"), "2023-12-31");
    expect(await revise(project, revision.data.createCommitment.commitment.id, dong("1"), "2024-12-31")).toMatchObject(refused("revises"));
  });

  it("is shown with all changes of it in a figure, each with its record", async () => {
    const of = [{ __typename: "Report", id: Buffer.from(JSON.stringify(["books", "2024-01-01", "2024-12-31"])).toString("base64url") }];
    const { data } = await division.run("query ($of: [_Any!]!) { _entities(representations: $of) { ... on Report { ngoAid { figures { code value } } } } }", { of });
    expect(data._entities[0].ngoAid.figures).toContainEqual({ code: "ngoAid.committed", value: "-1000000000" });
  });
});

describe("a promise that was withdrawn", () => {
  it("with all changes of it counts against itself on that day, and earlier years stay", async () => {
    const project = await newProject("books");
    const { id } = await promise(project, dong("500"), "2002-03-01");
    await revise(project, id, dong("200"), "2003-01-01");
    expect(await made("endCommitment", { id, version: 1, on: "2004-05-05", reason: "The donor closed" })).toMatchObject({ version: 2, withdrawnOn: "2004-05-05" });
    expect(await Promise.all([2002, 2003, 2004].map(year => inYear("books", year)))).toEqual(["500", "200", "-700"]);
    expect(await committed(project)).toEqual(dong("0"));
    expect(await revise(project, id, dong("1"), "2004-01-01")).toMatchObject(refused("revises"));
    expect(await made("correctCommitment", { id, version: 2, withdrawnOn: null, reason: "Another donor was meant" })).toMatchObject({ withdrawnOn: null });
    expect(await committed(project)).toEqual(dong("700"));
    expect(await inYear("books", 2004)).toBeNull();
  });

  it("is withdrawn once, as a whole, after its last change", async () => {
    const project = await newProject();
    const { id } = await promise(project, dong("500"), "2022-03-01");
    const revision = (await revise(project, id, dong("200"), "2023-01-01")).data.createCommitment.commitment as { id: string };
    expect(await send("endCommitment", commitment, { id: revision.id, version: 1, on: "2024-01-01", reason: "x" })).toMatchObject(refused("id"));
    expect(await send("endCommitment", commitment, { id, version: 1, on: "2023-01-01", reason: "x" })).toMatchObject(refused("on"));
    const end = { id, version: 1, on: "2023-01-02", reason: "x", idempotencyKey: "withdrawn once" };
    const first = await send("endCommitment", commitment, end);
    expect(await send("endCommitment", commitment, end)).toEqual(first);
    expect(await send("endCommitment", commitment, { ...end, version: 2, idempotencyKey: "withdrawn twice" })).toMatchObject({ errors: [{ extensions: { code: "CONFLICT", current: 2 } }] });
  });
});

describe("a mistake in what was promised", () => {
  it("is corrected in its place, with all sums, and not to less than was cut since", async () => {
    const project = await newProject();
    const { id } = await promise(project, dong("500"));
    const cut = (await revise(project, id, dong("-200"), "2023-01-01")).data.createCommitment.commitment as { id: string };
    expect(await made("correctCommitment", { id, version: 1, amount: dong("600"), reason: "Misread" })).toMatchObject({ version: 2, amount: dong("600") });
    expect(await committed(project)).toEqual(dong("400"));
    expect(await send("correctCommitment", commitment, { id, version: 2, amount: dong("199"), reason: "x" })).toMatchObject(refused("amount.amount"));
    expect(await send("correctCommitment", commitment, { id: cut.id, version: 1, amount: dong("-601"), reason: "x" })).toMatchObject(refused("amount.amount"));
    expect(await committed(project)).toEqual(dong("400"));
  });

  it("can be which promise a change is of", async () => {
    const project = await newProject();
    const [one, two] = [await promise(project, dong("100")), await promise(project, dong("10"))];
    const cut = (await revise(project, one.id, dong("-50"), "2023-01-01")).data.createCommitment.commitment as { id: string };
    expect(await send("correctCommitment", commitment, { id: cut.id, version: 1, revises: two.id, reason: "x" })).toMatchObject(refused("amount.amount"));
    expect(await made("correctCommitment", { id: cut.id, version: 1, revises: two.id, amount: dong("-5"), reason: "x" })).toMatchObject({ revises: { id: two.id } });
  });

  it("is in history, for those of the project's union", async () => {
    const { id } = await promise(await newProject(), dong("500"));
    await made("correctCommitment", { id, version: 1, amount: dong("600"), reason: "Misread" });
    const query = "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Commitment { history { nodes { reason changes { field before after } } } asOf(day: \"2999-01-01\") { amount { amount } } } } }";
    const ask = async (who = officer) => (await division.run(query, { of: [{ __typename: "Commitment", id }] }, who)).data._entities[0];
    expect(await ask()).toMatchObject({ history: { nodes: [{ reason: "Misread", changes: [{ field: "amount", before: "500", after: "600" }] }, {}] }, asOf: { amount: { amount: "600" } } });
    expect(await ask(viewers.officer("ngo-aid", "elsewhere"))).toEqual({ history: null, asOf: null });
  });
});

describe("money that was paid", () => {
  const disbursement = "disbursement { id version amount { amount currency } paidOn }";
  const paid = async (project: string) => (await division.run("query ($id: ID!) { aidProject(id: $id) { disbursed { amount currency } } }", { id: project })).data.aidProject.disbursed;

  it("is exact, can come back, and is corrected in its place", async () => {
    const project = await newProject();
    const { id } = await made("createDisbursement", { project, amount: dong("1000000000000001"), paidOn: "2024-01-10" }, disbursement);
    await made("createDisbursement", { project, amount: dong("-1"), paidOn: "2024-02-10" }, disbursement);
    expect(await paid(project)).toEqual(dong("1000000000000000"));
    await made("correctDisbursement", { id, version: 1, amount: dong("7"), reason: "Misread" }, disbursement);
    expect(await paid(project)).toEqual(dong("6"));
  });

  it("does not come back before it was paid", async () => {
    const project = await newProject();
    expect(await send("createDisbursement", disbursement, { project, amount: dong("-1"), paidOn: "2024-02-10" })).toMatchObject(refused("amount.amount"));
    await made("createDisbursement", { project, amount: dong("5"), paidOn: "2024-03-10" }, disbursement);
    expect(await send("createDisbursement", disbursement, { project, amount: dong("-1"), paidOn: "2024-02-10" })).toMatchObject(refused("amount.amount"));
  });
});
