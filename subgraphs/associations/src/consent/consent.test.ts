import { openDatabase } from "@huu-nghi/subgraph-kit";
import { changesOf, testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

const { visitor, viewer, officer, leader, admin } = viewers;
const ofDongNai = officer("associations", "dong-nai");

let test: TestSubgraph;
beforeAll(async () => {
  test = await testSubgraph(associations, { records: true });
  const { writer, close } = await openDatabase(associations, test.urls);
  await writer.query(`
    insert into person (id, full_name, phone) select id, 'Người Mẫu ' || id, '+84 000 111 222' from unnest(array['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) id;
    insert into membership (id, association_id, person_id, since, until)
      select 'm-' || id, 'dong-nai:la', id, '2016', case when id = 'e' then '2020' end from unnest(array['a', 'b', 'c', 'd', 'e']) id;
    insert into membership (id, association_id, person_id, since) values ('m-f', 'vinh-phuc:la', 'f', '2016'), ('m-a2', 'vinh-phuc:la', 'a', '2017'), ('m-g', 'dong-nai:la', 'g', '2016'), ('m-h', 'dong-nai:kh', 'h', '2016');
  `);
  await close();
});
afterAll(() => test[Symbol.asyncDispose]());

const make = changesOf(() => test, ofDongNai);
const consent = (person: string, more: object = {}) => ({ union: "dong-nai", person, purpose: "EXPORT", textVersion: "2026-1", evidence: "Signed form", evidenceKeptAt: "Folder 3", givenAt: "2026-03-01T02:00:00Z", ...more });
const withdraw = (id: string, withdrawnAt: string) =>
  test.run("mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { consent { withdrawnAt withdrawalRecordedBy version } } }", { input: { idempotencyKey: `withdraw-${id}`, id, version: 1, withdrawnAt } }, ofDongNai);
const agree = async (person: string, more: object = {}) => ((await make("createConsent", consent(person, more))).changed as { id: string }).id;
const exported = (who: typeof visitor, more: object = {}) =>
  test.run(
    "query ($union: ID!, $purpose: ConsentPurpose!, $reason: String!, $first: Int, $after: String) { exportPeople(union: $union, purpose: $purpose, reason: $reason, first: $first, after: $after) { totalCount nodes { id phone } pageInfo { hasNextPage endCursor } } }",
    { union: "dong-nai", purpose: "EXPORT", reason: "List for the department", ...more },
    who,
  );
const idsIn = ({ data }: Awaited<ReturnType<typeof exported>>) => (data.exportPeople?.nodes as { id: string }[] | undefined)?.map(({ id }) => id);
const logged = async () =>
  (await test.run("{ associationsAccessLog(first: 100) { nodes { viewer roles purpose recordId fields } } }", {}, admin())).data.associationsAccessLog.nodes as { viewer: string; recordId: string; purpose: string; fields: string[] }[];

describe("a list of people to be given out", () => {
  it("has those who agreed to the purpose, and loses who withdraws; silence, another purpose and another union are no consent", async () => {
    expect(idsIn(await exported(ofDongNai))).toEqual([]);
    const [a] = [await agree("a"), await agree("b"), await agree("c", { purpose: "CONTACT" }), await agree("e")];
    await make("createConsent", { ...consent("a"), union: "vinh-phuc" }, "id", officer("associations", "vinh-phuc"));
    const both = await exported(ofDongNai);
    expect(both.data.exportPeople.totalCount).toBe(2);
    // Whose membership is over is no member to be listed.
    expect(idsIn(both)).toEqual(["a", "b"]);
    expect((both.data.exportPeople.nodes as { phone: string }[])[0]!.phone).toBe("+84 *** *** 222");

    expect((await withdraw(a!, "2026-05-01T02:00:00Z")).data.withdrawConsent.consent).toMatchObject({ withdrawnAt: "2026-05-01T02:00:00.000Z", withdrawalRecordedBy: "a-officer", version: 2 });
    expect(idsIn(await exported(ofDongNai))).toEqual(["b"]);
    // An older yes, to another text, does not stand in for the one that was withdrawn; a new one does.
    await agree("a", { textVersion: "2025-2", givenAt: "2026-02-01T02:00:00Z" });
    expect(idsIn(await exported(ofDongNai))).toEqual(["b"]);
    await agree("a", { givenAt: "2026-06-01T02:00:00Z" });
    expect(idsIn(await exported(ofDongNai))).toEqual(["a", "b"]);
    expect(idsIn(await exported(ofDongNai, { purpose: "CONTACT" }))).toEqual(["c"]);
  });

  it("is read by pages, complete to the last, and each person read is written down", async () => {
    const before = (await logged()).length;
    const first = await exported(ofDongNai, { first: 1, reason: "List for the ministry" });
    const { endCursor, hasNextPage } = first.data.exportPeople.pageInfo as { endCursor: string; hasNextPage: boolean };
    expect([idsIn(first), hasNextPage]).toEqual([["a"], true]);
    const seen = await logged();
    expect(seen.slice(0, seen.length - before)).toEqual([{ viewer: "a-officer", roles: ["officer"], purpose: "List for the ministry", recordId: "a", fields: ["exportPeople EXPORT"] }]);
    expect(idsIn(await exported(ofDongNai, { first: 1, after: endCursor }))).toEqual(["b"]);
  });

  it("asks for a role in the union, and for a reason", async () => {
    const before = (await logged()).length;
    for (const [who, code] of [[visitor, "UNAUTHENTICATED"], [viewer("*"), "FORBIDDEN"], [officer("associations", "vinh-phuc"), "FORBIDDEN"], [officer("ngo-aid", "*"), "FORBIDDEN"]] as const) {
      expect(await exported(who)).toMatchObject({ data: { exportPeople: null }, errors: [{ extensions: { code } }] });
    }
    for (const reason of ["", "why", "x".repeat(201)]) expect(await exported(ofDongNai, { reason })).toMatchObject({ data: { exportPeople: null }, errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "reason" } }] });
    expect(await logged()).toHaveLength(before);
  });
});

describe("consents", () => {
  it("are shown with their evidence, the newest first, to officers of the union alone", async () => {
    const query = '{ person(id: "a") { consents { totalCount nodes { purpose textVersion evidence evidenceKeptAt recordedBy givenAt withdrawnAt union { id } } } } }';
    const { data } = await test.run(query, {}, ofDongNai);
    expect(data.person.consents.totalCount).toBe(3);
    expect(data.person.consents.nodes[0]).toEqual({
      purpose: "EXPORT", textVersion: "2026-1", evidence: "Signed form", evidenceKeptAt: "Folder 3", recordedBy: "a-officer", givenAt: "2026-06-01T02:00:00.000Z", withdrawnAt: null, union: { id: "dong-nai" },
    });
    expect((await test.run(query, {}, officer("associations", "vinh-phuc"))).data.person.consents.totalCount).toBe(1);
    expect((await test.run(query, {}, leader())).data.person.consents.totalCount).toBe(4);
    expect((await test.run(query, {}, viewer("*"))).data.person).toBeNull();
  });

  it("are given once to each text, and withdrawn once", async () => {
    const id = await agree("d");
    expect((await make("createConsent", consent("d"))).refused).toEqual([["CONFLICT", ["textVersion"]]]);
    expect((await withdraw(id, "2026-05-01T02:00:00Z")).errors).toBeUndefined();
    const again = { idempotencyKey: "again", id, version: 2, withdrawnAt: "2026-06-01T02:00:00Z" };
    expect((await test.run("mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { consent { id } } }", { input: again }, ofDongNai)).errors).toMatchObject([{ extensions: { code: "CONFLICT", current: 2 } }]);
    expect((await make("createConsent", consent("f"))).refused).toEqual([["BAD_USER_INPUT", "person"]]);
  });

  it("are those of the person whose record stands, by whichever id they are given", async () => {
    const merge = { idempotencyKey: "merge", id: "g", version: 1, merged: "h", mergedVersion: 1, reason: "The same card" };
    expect((await test.run("mutation ($input: MergePersonsInput!) { mergePersons(input: $input) { person { id } } }", { input: merge }, ofDongNai)).errors).toBeUndefined();
    const id = await agree("h");
    expect((await test.run('{ person(id: "g") { consents { nodes { id } } } }', {}, ofDongNai)).data.person.consents.nodes).toEqual([{ id }]);
    expect((await make("createConsent", consent("g"))).refused).toEqual([["CONFLICT", ["textVersion"]]]);
  });
});
