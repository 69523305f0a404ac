import { openDatabase } from "@huu-nghi/subgraph-kit";
import { changesOf, testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";
import { certainHolidays } from "./public-holidays";
import { addWorkingDays, endOfTerm } from "./working-days";

const { visitor, viewer, officer, leader, admin } = viewers;
const ofDongNai = officer("associations", "dong-nai");

let test: TestSubgraph;
beforeAll(async () => {
  test = await testSubgraph(associations, { records: true });
  const { writer, close } = await openDatabase(associations, test.urls);
  await writer.query(`
    insert into person (id, full_name) values ('hoa', 'Hoa Mẫu'), ('lan', 'Lan Mẫu'), ('minh', 'Minh Mẫu'), ('minh-2', 'Mẫu Minh');
    insert into membership (id, association_id, person_id, since) values ('m1', 'dong-nai:la', 'hoa', '2016'), ('m2', 'dong-nai:la', 'lan', '2016'), ('m3', 'dong-nai:la', 'minh', '2016'), ('m4', 'dong-nai:kh', 'minh-2', '2016');
  `);
  await close();
});
afterAll(() => test[Symbol.asyncDispose]());

const make = changesOf(() => test, ofDongNai);
const fields = "id version state acknowledgeBy dueOn acknowledgedOn completedOn refusedOn refusal person { fullName } union { id }";
const request = (more: object = {}) => ({ union: "dong-nai", person: "hoa", kind: "WITHDRAWAL", channel: "LETTER", receivedOn: "2026-04-24", ...more });
const step = (mutation: string, input: object, who = ofDongNai) =>
  test.run(
    `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { dataRequest { ${fields} } } }`,
    { input: { idempotencyKey: `${mutation}-${JSON.stringify(input)}`, ...input } },
    who,
  );

describe("working days", () => {
  const holidays = new Set(["2026-04-27", "2026-04-30", "2026-05-01"]);
  it.each([
    ["2026-04-24", 2, "2026-04-29"], ["2026-04-29", 2, "2026-05-05"], ["2026-04-25", 1, "2026-04-28"], ["2026-06-01", 2, "2026-06-03"], ["2026-12-31", 1, "2027-01-01"],
  ])("from %s, %i end on %s", (from, count, end) => expect(addWorkingDays(from, count, holidays)).toBe(end));

  it.each([["2026-04-24", 4, "2026-04-28"], ["2026-04-24", 15, "2026-05-11"], ["2026-04-24", 6, "2026-05-04"], ["2026-04-24", 1, "2026-04-28"]])(
    "a term in calendar days from %s, of %i, ends on %s, on which somebody works", (from, count, end) => expect(endOfTerm(from, count, holidays)).toBe(end));

  it("are those that are certain of any year: of the Vietnamese calendar, with a day for each that is on a week-end", () => {
    expect([...certainHolidays(2026)].sort()).toEqual(["2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-04-26", "2026-04-27", "2026-04-30", "2026-05-01", "2026-09-02"]);
    // The Chinese year begins on the third of February.
    expect([...certainHolidays(2030)].sort()).toEqual(["2030-01-01", "2030-02-01", "2030-02-02", "2030-02-03", "2030-02-04", "2030-02-05", "2030-02-06", "2030-04-12", "2030-04-30", "2030-05-01", "2030-09-02"]);
    expect([...certainHolidays(2028)]).toEqual(expect.arrayContaining(["2028-01-03", "2028-04-30", "2028-05-01", "2028-05-02", "2028-09-04"]));
    expect([...certainHolidays(2040)].sort()).toEqual(["2040-01-01", "2040-01-02", "2040-04-30", "2040-05-01", "2040-09-02", "2040-09-03"]);
  });
});

describe("the register of requests", () => {
  it("says by when each is to be answered, over week-ends and holidays, by the terms that hold", async () => {
    const { changed } = await make("createDataRequest", request(), fields);
    expect(changed).toMatchObject({ version: 1, state: "RECEIVED", acknowledgeBy: "2026-04-29", dueOn: "2026-05-11", person: { fullName: "Hoa Mẫu" }, union: { id: "dong-nai" } });
    for (const [kind, dueOn] of [["ACCESS", "2026-05-04"], ["CORRECTION", "2026-05-04"], ["ERASURE", "2026-05-14"], ["OBJECTION", "2026-05-11"]]) {
      expect((await make("createDataRequest", request({ kind }), fields)).changed).toMatchObject({ acknowledgeBy: "2026-04-29", dueOn });
    }
    const term = { id: "ACCESS", version: 1, acknowledgeWithin: 1, completeWithin: 30, reason: "Counsel said so" };
    expect((await make("correctDataRequestTerm", term, "kind", ofDongNai)).refused).toMatchObject([["FORBIDDEN", undefined]]);
    expect((await make("correctDataRequestTerm", { ...term, completeWithin: 0 }, "kind", admin())).refused).toEqual([["BAD_USER_INPUT", "completeWithin"]]);
    expect((await make("correctDataRequestTerm", { ...term, id: "WISH" }, "kind", admin())).refused).toEqual([["BAD_USER_INPUT", "id"]]);
    expect((await make("correctDataRequestTerm", term, "kind completeWithin version", admin())).changed).toEqual({ kind: "ACCESS", completeWithin: 30, version: 2 });
    expect((await make("correctDataRequestTerm", term, "kind", admin())).refused).toMatchObject([["CONFLICT", expect.anything()]]);
    expect((await make("createDataRequest", request({ kind: "ACCESS" }), fields)).changed).toMatchObject({ acknowledgeBy: "2026-04-28", dueOn: "2026-05-25" });
    const short = { id: "ACCESS", version: 2, acknowledgeWithin: 20, completeWithin: 5, reason: "Counsel said so" };
    expect((await make("correctDataRequestTerm", short, "version", admin())).changed).toEqual({ version: 3 });
    const late = (await make("createDataRequest", request({ kind: "ACCESS" }), fields)).changed;
    expect(late).toMatchObject({ acknowledgeBy: "2026-05-27", dueOn: "2026-05-27" });
    const { data } = await test.run("{ dataRequestTerms { kind acknowledgeWithin completeWithin } }", {}, viewer());
    expect(data.dataRequestTerms).toHaveLength(5);
  });

  it("lists what was overdue on a day, what is due first", async () => {
    const ids: string[] = [];
    for (const kind of ["WITHDRAWAL", "OBJECTION", "ERASURE"]) ids.push(((await make("createDataRequest", request({ person: "lan", kind, receivedOn: "2026-06-01" }))).changed as { id: string }).id);
    const [withdrawal, objection, erasure] = ids as [string, string, string];
    expect((await step("acknowledgeDataRequest", { id: withdrawal, version: 1, on: "2026-06-03" })).data.acknowledgeDataRequest.dataRequest).toMatchObject({ state: "ACKNOWLEDGED", acknowledgedOn: "2026-06-03" });
    expect((await step("refuseDataRequest", { id: objection, version: 1, on: "2026-06-10", reason: "Nothing shows who asks" })).data.refuseDataRequest.dataRequest).toMatchObject({ state: "REFUSED", refusal: "Nothing shows who asks" });
    const overdue = async (overdueOn: string, more = "") => {
      const { data, errors } = await test.run(`query ($day: LocalDate) { dataRequests(union: "dong-nai", person: "lan", overdueOn: $day ${more}) { totalCount nodes { id isOverdue(on: $day) } } }`, { day: overdueOn }, ofDongNai);
      expect(errors).toBeUndefined();
      const { nodes, totalCount } = data.dataRequests as { nodes: { id: string; isOverdue: boolean }[]; totalCount: number };
      expect(nodes.every(({ isOverdue }) => isOverdue)).toBe(true);
      expect(totalCount).toBe(nodes.length);
      return nodes.map(({ id }) => id);
    };
    expect(await overdue("2026-06-03")).toEqual([]);
    expect(await overdue("2026-06-04")).toEqual([objection, erasure].sort((a, b) => (a === objection ? -1 : b === objection ? 1 : 0)));
    expect(await overdue("2026-06-12")).toEqual([erasure]);
    expect(await overdue("2026-06-17")).toEqual([withdrawal, erasure]);
    expect(await overdue("2026-06-17", "kind: ERASURE")).toEqual([erasure]);
    expect(await overdue("2026-06-17", "state: ACKNOWLEDGED")).toEqual([withdrawal]);
    expect((await step("completeDataRequest", { id: withdrawal, version: 2, on: "2026-06-16" })).data.completeDataRequest.dataRequest).toMatchObject({ state: "COMPLETED" });
    expect(await overdue("2026-06-17")).toEqual([erasure]);
    expect((await step("completeDataRequest", { id: withdrawal, version: 3, on: "2026-06-17" })).errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
    const page = await test.run('{ dataRequests(union: "dong-nai", first: 1) { nodes { id } pageInfo { hasNextPage endCursor } } }', {}, leader());
    expect(page.data.dataRequests).toMatchObject({ nodes: [{ id: expect.any(String) }], pageInfo: { hasNextPage: true } });
  });

  it("is done with an erasure only once the person is erased, and says nothing of the person then", async () => {
    const { id } = (await make("createDataRequest", request({ kind: "ERASURE" }))).changed as { id: string };
    expect((await step("completeDataRequest", { id, version: 1, on: "2026-05-04" })).errors).toMatchObject([{ extensions: { code: "CONFLICT", current: 1 } }]);
    const erase = { idempotencyKey: "erase-hoa", person: "hoa", reason: "Asked for by letter" };
    expect((await test.run("mutation ($input: ErasePersonInput!) { erasePersonInAssociations(input: $input) { erasedPerson { id } } }", { input: erase }, ofDongNai)).errors).toBeUndefined();
    expect((await step("completeDataRequest", { id, version: 1, on: "2026-05-05" })).data.completeDataRequest.dataRequest).toMatchObject({ state: "COMPLETED", person: null });
    expect((await make("createDataRequest", request())).refused).toEqual([["BAD_USER_INPUT", "person"]]);
  });

  it("is answered no earlier than it was acknowledged", async () => {
    const { id } = (await make("createDataRequest", request({ person: "lan" }))).changed as { id: string };
    expect((await step("acknowledgeDataRequest", { id, version: 1, on: "2026-04-29" })).errors).toBeUndefined();
    for (const mutation of ["completeDataRequest", "refuseDataRequest"]) {
      const early = { id, version: 2, on: "2026-04-28", ...(mutation === "refuseDataRequest" && { reason: "Not of this union" }) };
      expect((await step(mutation, early)).errors).toMatchObject([{ message: "The request was acknowledged on 2026-04-29, after 2026-04-28.", extensions: { code: "BAD_USER_INPUT", argument: "on" } }]);
    }
    expect((await step("completeDataRequest", { id, version: 2, on: "2026-04-29" })).errors).toBeUndefined();
  });

  it("is found by any id of a person whose records were merged, also once that one is erased", async () => {
    const { id } = (await make("createDataRequest", request({ person: "minh-2" }))).changed as { id: string };
    const merge = { idempotencyKey: "merge-minh", id: "minh", version: 1, merged: "minh-2", mergedVersion: 1, reason: "The same card" };
    expect((await test.run("mutation ($input: MergePersonsInput!) { mergePersons(input: $input) { person { id } } }", { input: merge }, ofDongNai)).errors).toBeUndefined();
    const found = async (person: string) => (await test.run("query ($person: ID) { dataRequests(person: $person) { nodes { id } } }", { person }, ofDongNai)).data.dataRequests.nodes;
    for (const person of ["minh", "minh-2"]) expect(await found(person)).toEqual([{ id }]);
    expect(await found("nobody")).toEqual([]);
    const erase = { idempotencyKey: "erase-minh", person: "minh-2", reason: "Asked for by letter" };
    expect((await test.run("mutation ($input: ErasePersonInput!) { erasePersonInAssociations(input: $input) { erasedPerson { id } } }", { input: erase }, ofDongNai)).errors).toBeUndefined();
    for (const person of ["minh", "minh-2"]) expect(await found(person)).toEqual([{ id }]);
  });

  it("is for officers of the union; leaders read", async () => {
    const { id } = (await make("createDataRequest", request({ person: "lan" }))).changed as { id: string };
    const ask = async (who: typeof visitor) => (await test.run("query ($id: ID!) { dataRequests(person: \"lan\") { totalCount } _entities(representations: [{ __typename: \"DataRequest\", id: $id }]) { __typename } }", { id }, who)).data;
    expect(await ask(ofDongNai)).toMatchObject({ dataRequests: { totalCount: 5 }, _entities: [{ __typename: "DataRequest" }] });
    expect((await ask(leader())).dataRequests.totalCount).toBe(5);
    expect(await ask(officer("associations", "vinh-phuc"))).toMatchObject({ dataRequests: { totalCount: 0 }, _entities: [null] });
    for (const who of [visitor, viewer("*"), officer("ngo-aid", "*")]) expect((await ask(who)).dataRequests).toBeNull();
    expect((await test.run('{ dataRequests(union: "vinh-phuc") { totalCount } }', {}, ofDongNai)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });
});
