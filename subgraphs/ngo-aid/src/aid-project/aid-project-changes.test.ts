import { testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { loadCases } from "../cases.fixture";
import { ngoAid } from "../ngo-aid";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(ngoAid);
  await loadCases(division.urls);
}, 60_000);
afterAll(() => division[Symbol.asyncDispose]());

const officer = viewers.officer("ngo-aid", "cases");
const fields = "id version code status startsOn endsOn ngoShares { percentage ngo { id } } sectors { percentage sector { code } } localities { locality { id } } associations { id } union { id }";
let keys = 0;
const send = (mutation: string, input: object) =>
  division.run(`mutation ($in: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $in) { aidProject { ${fields} } } }`, { in: { idempotencyKey: `k${(keys += 1)}`, ...input } }, officer);
const made = async (mutation: string, input: object) => {
  const { data, errors } = await send(mutation, input);
  expect(errors).toBeUndefined();
  return data[mutation].aidProject as { id: string; version: number };
};
const create = (over: object = {}) => made("createAidProject", { union: "cases", code: `NEW-${(keys += 1)}`, title: { vi: "Mới" }, ...over });
const refused = (code: string, extensions: object = {}) => ({ errors: [{ extensions: { code, ...extensions } }] });
const runningIn = async (year: number) => {
  const of = [{ __typename: "Report", id: Buffer.from(JSON.stringify(["cases", `${year}-01-01`, `${year}-12-31`])).toString("base64url") }];
  const { data } = await division.run("query ($of: [_Any!]!) { _entities(representations: $of) { ... on Report { ngoAid { figures { code value } } } } }", { of });
  const figures = data._entities[0].ngoAid.figures as { code: string; value: string }[];
  return Number(figures.find(({ code }) => code === "ngoAid.projects")?.value ?? 0);
};

describe("a project that is written down", () => {
  it("is only proposed unless it says otherwise, and has its shares", async () => {
    expect(await create({ ngos: [{ ngo: "crane" }, { ngo: "dragon", percentage: "55.5" }], sectors: [{ sector: "relief", percentage: "20" }], localities: [{ locality: "commune-b" }], associations: ["cases:fr"] })).toMatchObject({
      version: 1,
      status: "PROPOSED",
      ngoShares: [{ percentage: "55.5", ngo: { id: "dragon" } }, { percentage: null, ngo: { id: "crane" } }],
      sectors: [{ percentage: "20", sector: { code: "relief" } }],
      localities: [{ locality: { id: "commune-b" } }],
      associations: [{ id: "cases:fr" }],
      union: { id: "cases" },
    });
  });

  it("has a code of its own in its union, also when two take it at once", async () => {
    await create({ code: "TAKEN" });
    expect(await send("createAidProject", { union: "cases", code: "TAKEN", title: { en: "x" } })).toMatchObject(refused("CONFLICT", { fields: ["code"] }));
    const both = await Promise.all(["a", "b"].map(key => send("createAidProject", { idempotencyKey: `both-${key}`, union: "cases", code: "AT ONCE", title: { en: "x" } })));
    expect(both.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code))).toEqual(["CONFLICT"]);
    const { id } = await create();
    expect(await send("correctAidProject", { id, version: 1, code: "TAKEN", reason: "x" })).toMatchObject(refused("CONFLICT", { fields: ["code"] }));
  });
});

describe("a change of a project", () => {
  it("made on a version with other shares is told which of them are others by now", async () => {
    const { id } = await create();
    await made("changeAidProject", { id, version: 1, ngos: [{ ngo: "crane" }], sectors: [{ sector: "relief", percentage: "20" }], localities: [{ locality: "commune-b" }], associations: ["cases:fr"] });
    expect(await send("changeAidProject", { id, version: 1, title: { vi: "Khác" } })).toMatchObject(refused("CONFLICT", { current: 2, fields: ["title", "associations", "localities", "ngos", "sectors"] }));
  });

  it("lets shares change places, though between the two there are more than the whole", async () => {
    const sectors = (education: string, relief: string) => [{ sector: "education", percentage: education }, { sector: "relief", percentage: relief }];
    const { id } = await create({ sectors: sectors("80", "20") });
    expect(await made("changeAidProject", { id, version: 1, sectors: sectors("20", "80") })).toMatchObject({ sectors: [{ percentage: "80", sector: { code: "relief" } }, { percentage: "20" }] });
    expect(await made("changeAidProject", { id, version: 2, sectors: sectors("80", "20") })).toMatchObject({ version: 3, sectors: [{ percentage: "80", sector: { code: "education" } }, { percentage: "20" }] });
  });

  it("begins it, and it counts as running until it ends", async () => {
    const before = [await runningIn(2001), await runningIn(2002)];
    const { id } = await create();
    await made("changeAidProject", { id, version: 1, status: "RUNNING", startsOn: "2001-02" });
    expect([await runningIn(2001), await runningIn(2002)]).toEqual(before.map(count => count + 1));
    await made("endAidProject", { id, version: 2, status: "COMPLETED", on: "2002-03-01", reason: "Done" });
    expect([await runningIn(2001), await runningIn(2002)]).toEqual([before[0]! + 1, before[1]!]);
  });
});

describe("the end of a project", () => {
  it("of one that never began is that it was cancelled, and it ran on no day", async () => {
    const before = await runningIn(2003);
    const { id } = await create({ startsOn: "2003-06" });
    expect(await send("endAidProject", { id, version: 1, status: "COMPLETED", on: "2004", reason: "x" })).toMatchObject(refused("BAD_USER_INPUT", { argument: "status" }));
    expect(await made("endAidProject", { id, version: 1, status: "CANCELLED", on: "2003-01", reason: "No money" })).toMatchObject({ status: "CANCELLED", startsOn: null, endsOn: "2003-01" });
    expect(await runningIn(2003)).toBe(before);
  });

  it("comes once; then only mistakes are corrected", async () => {
    const { id } = await create({ status: "RUNNING", startsOn: "2020" });
    const end = { id, version: 1, status: "COMPLETED", on: "2021", reason: "Done", idempotencyKey: "ends once" };
    const first = await send("endAidProject", end);
    expect(await send("endAidProject", end)).toEqual(first);
    expect(await send("endAidProject", { ...end, version: 2, idempotencyKey: "ends twice" })).toMatchObject(refused("CONFLICT", { current: 2 }));
    expect(await send("changeAidProject", { id, version: 2, endsOn: "2022" })).toMatchObject(refused("BAD_USER_INPUT", { argument: "id" }));
    expect(await made("correctAidProject", { id, version: 2, status: "RUNNING", endsOn: null, reason: "Another one was meant" })).toMatchObject({ version: 3, status: "RUNNING", endsOn: null });
  });

  it("is in its history with its reason, for those of its union", async () => {
    const { id } = await create({ status: "RUNNING" });
    await made("endAidProject", { id, version: 1, status: "CANCELLED", on: "2024", reason: "No money" });
    const ask = async (who = officer) => (await division.run("query ($id: ID!) { aidProject(id: $id) { history(first: 1) { nodes { action reason changes { field before after } } } } }", { id }, who)).data.aidProject.history;
    expect((await ask()).nodes).toEqual([{ action: "endAidProject", reason: "No money", changes: expect.arrayContaining([{ field: "status", before: "RUNNING", after: "CANCELLED" }]) }]);
    for (const who of [viewers.visitor, viewers.officer("ngo-aid", "elsewhere")]) expect(await ask(who)).toBeNull();
  });
});
