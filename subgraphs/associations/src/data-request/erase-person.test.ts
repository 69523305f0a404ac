import { openDatabase, verifyHistory, type Database } from "@huu-nghi/subgraph-kit";
import { testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

const { visitor, viewer, officer, leader, admin } = viewers;
const ofVinhPhuc = officer("associations", "vinh-phuc");
const ofDongNai = officer("associations", "dong-nai");

let test: TestSubgraph;
let database: Database;
let keys = 0;
beforeAll(async () => {
  test = await testSubgraph(associations, { records: true });
  database = await openDatabase(associations, test.urls);
});
afterAll(async () => {
  await database.close();
  await test[Symbol.asyncDispose]();
});

const details = { phone: "+84 000 765 432", email: "tuyet@mau.example", address: "Ngõ Mẫu 77", birthDate: "1988-08-08", identityNumber: "000 088 007 654", health: "Dị ứng mẫu" };
const telling = /Tuyết Mẫu|765 432|tuyet@|Ngõ Mẫu|1988-08-08|088 007 654|Dị ứng|Wed an official/;

const run = async (query: string, variables: Record<string, unknown>, who = admin()) => {
  const { data, errors } = await test.run(query, variables, who);
  expect(errors).toBeUndefined();
  return data;
};
/** Two records of one person, the second merged into the first, and its telephone opened before. */
const mergePersons = async () => {
  const [kept, merged] = [await makePerson("vinh-phuc"), await makePerson("dong-nai")];
  await run('query ($id: ID!) { person(id: $id) { phone(purpose: "To call Tuyết Mẫu") } }', { id: merged.id });
  const input = { idempotencyKey: `merge-${(keys += 1)}`, id: kept.id, version: 2, merged: merged.id, mergedVersion: 2, reason: "Tuyết Mẫu told us" };
  await run("mutation ($input: MergePersonsInput!) { mergePersons(input: $input) { person { id } } }", { input });
  return { kept: kept.id, merged: merged.id };
};
const undo = async (kept: string, merged: string) => {
  const [{ version }] = await database.reader.query<[{ version: number }]>("select version from person where id = $1", [kept]);
  const input = { idempotencyKey: `undo-${(keys += 1)}`, id: kept, version, merged, reason: "They are two" };
  return test.run("mutation ($input: UndoMergeInput!) { undoMerge(input: $input) { person { id } } }", { input }, admin());
};

const makePerson = async (union: string) => {
  const input = { idempotencyKey: `person-${(keys += 1)}`, fullName: "Tuyết Mẫu", details, membership: { association: `${union}:la`, since: "2016" } };
  const { data, errors } = await test.run("mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id version } } }", { input }, officer("associations", union));
  expect(errors).toBeUndefined();
  const { id } = data.createPerson.person as { id: string };
  const correct = { idempotencyKey: `person-${(keys += 1)}`, id, version: 1, fullName: "Tuyết Mẫu Ánh", reason: "Wed an official of the embassy" };
  await test.run("mutation ($input: CorrectPersonInput!) { correctPerson(input: $input) { person { id } } }", { input: correct }, officer("associations", union));
  return { id, input };
};
const erase = (person: string, who: typeof visitor, more: object = {}) =>
  test.run(
    "mutation ($input: ErasePersonInput!) { erasePersonInAssociations(input: $input) { erasedPerson { id erasedAt rows historyEntries } } }",
    { input: { idempotencyKey: `erase-${(keys += 1)}`, person, reason: "Asked for by letter of 3 November", ...more } },
    who,
  );
const codes = ({ errors = [] }: Awaited<ReturnType<typeof erase>>) => errors.map(({ extensions: { code, argument } }) => [code, argument]);

/** All that the database holds, as text. */
const everything = async () => {
  const tables = await database.reader.query<{ name: string }[]>("select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'");
  const texts = await Promise.all(tables.map(({ name }) => database.reader.query(`select * from "${name}"`)));
  return JSON.stringify(texts.map(rows => (rows as Record<string, unknown>[]).map(row => Object.values(row).map(value => (Buffer.isBuffer(value) ? value.toString("latin1") : value)))));
};
const counted = async () => (await test.run('{ friendshipAssociation(id: "vinh-phuc:la") { memberCount memberships { totalCount } } }', {}, ofVinhPhuc)).data;

describe("the erasure of a person", () => {
  it("leaves nothing that tells of the person, and what is counted as it was; the history is whole", async () => {
    const { id, input } = await makePerson("vinh-phuc");
    await test.run('query ($id: ID!) { person(id: $id) { phone(purpose: "To call Tuyết Mẫu") } }', { id }, ofVinhPhuc);
    const before = await counted();
    expect(await everything()).toMatch(telling);
    const { data, errors } = await erase(id, ofVinhPhuc);
    expect(errors).toBeUndefined();
    expect(data.erasePersonInAssociations.erasedPerson).toEqual({ id, erasedAt: expect.any(String), rows: 2, historyEntries: 4 });
    expect(await everything()).not.toMatch(telling);
    expect(await counted()).toEqual(before);
    expect(await verifyHistory(database.reader)).toMatchObject({ erased: 4, faults: [] });

    const query = 'query ($id: ID!) { person(id: $id) { id } people(union: "vinh-phuc") { nodes { id } } friendshipAssociation(id: "vinh-phuc:la") { memberships { nodes { person { id } } } } _entities(representations: [{ __typename: "Person", id: $id }]) { __typename } }';
    for (const who of [ofVinhPhuc, leader(), admin()]) {
      const { data: shown } = await test.run(query, { id }, who);
      expect(shown.person).toBeNull();
      expect(shown._entities).toEqual([null]);
      expect(JSON.stringify(shown)).not.toContain(id);
    }
    // A client that repeats how the person was made makes nobody.
    const repeated = await test.run("mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id fullName } } }", { input }, ofVinhPhuc);
    expect(repeated.errors).toMatchObject([{ extensions: { code: "IDEMPOTENCY_CONFLICT" } }]);
  });

  it.each(["kept", "merged"] as const)("takes all records of one person, asked for by the id that was %s; their merge is not undone any more", async asked => {
    const ids = await mergePersons();
    const { data, errors } = await erase(ids[asked], admin());
    expect(errors).toBeUndefined();
    expect(data.erasePersonInAssociations.erasedPerson).toMatchObject({ id: ids.kept, rows: 5 });
    expect(await everything()).not.toMatch(telling);
    expect((await verifyHistory(database.reader)).faults).toEqual([]);
    expect(codes(await undo(ids.kept, ids.merged))).toEqual([["BAD_USER_INPUT", "id"]]);
    expect(codes(await erase(ids.merged, ofDongNai))).toEqual([["FORBIDDEN", undefined]]);
  });

  it("leaves alone whoever was merged by mistake, once that was undone", async () => {
    const { kept, merged } = await mergePersons();
    expect(codes(await undo(kept, merged))).toEqual([]);
    const query = "query ($id: ID!) { person(id: $id) { id formerIds fullName } }";
    expect(await run(query, { id: kept })).toEqual({ person: { id: kept, formerIds: [], fullName: "Tuyết Mẫu Ánh" } });
    expect(codes(await erase(kept, admin(), { formerIds: [merged] }))).toEqual([["BAD_USER_INPUT", "formerIds"]]);
    expect(codes(await erase(kept, ofVinhPhuc))).toEqual([]);
    expect(await run(query, { id: merged })).toEqual({ person: { id: merged, formerIds: [], fullName: "Tuyết Mẫu Ánh" } });
    expect(codes(await erase(merged, ofDongNai))).toEqual([]);
    expect(await everything()).not.toMatch(telling);
  });

  it("done again, changes nothing; and repeated, answers alike", async () => {
    const { id } = await makePerson("vinh-phuc");
    const first = await erase(id, ofVinhPhuc, { idempotencyKey: "same" });
    expect(await erase(id, ofVinhPhuc, { idempotencyKey: "same" })).toEqual(first);
    const entries = () => database.reader.query("select count(*) from history");
    const before = await entries();
    expect((await erase(id, ofVinhPhuc)).data).toEqual(first.data);
    expect(await entries()).toEqual(before);
    expect(codes(await erase(id, ofVinhPhuc, { idempotencyKey: "same", reason: "Another one" }))).toEqual([["IDEMPOTENCY_CONFLICT", "idempotencyKey"]]);
  });

  it("is for those who may change the records of every union of the person; for others the person does not exist", async () => {
    const { id } = await makePerson("vinh-phuc");
    await database.writer.query("insert into membership (id, association_id, person_id, since) values ('second', 'dong-nai:la', $1, '2018')", [id]);
    expect(codes(await erase(id, visitor))).toEqual([["UNAUTHENTICATED", undefined]]);
    for (const who of [viewer("*"), leader(), officer("ngo-aid", "*")]) expect(codes(await erase(id, who))).toEqual([["FORBIDDEN", undefined]]);
    expect(codes(await erase(id, ofVinhPhuc))).toEqual([["FORBIDDEN", undefined]]);
    for (const [who, person] of [[officer("associations", "vufo"), id], [ofDongNai, "nobody"], [admin(), "nobody"]] as const) expect(codes(await erase(person, who))).toEqual([["BAD_USER_INPUT", "person"]]);
    for (const reason of ["", " ", "x".repeat(1001)]) expect(codes(await erase(id, admin(), { reason }))).toEqual([["BAD_USER_INPUT", "reason"]]);
    expect((await test.run("query ($id: ID!) { person(id: $id) { fullName } }", { id }, ofVinhPhuc)).data).toEqual({ person: { fullName: "Tuyết Mẫu Ánh" } });
    expect(codes(await erase(id, officer("associations", "vinh-phuc", "dong-nai")))).toEqual([]);
  });
});

describe("what is held of a person", () => {
  const held = (id: string, who: typeof visitor, reason = "The person asked for it") =>
    test.run("query ($id: ID!, $reason: String!) { person(id: $id) { dataHeldByAssociations(reason: $reason) { name rows json } } }", { id, reason }, who);
  type Section = { name: string; rows: number; json: string };

  it("is given by sections with nothing masked, and its reading is written down", async () => {
    const { id } = await makePerson("vinh-phuc");
    const { data, errors } = await held(id, ofVinhPhuc);
    expect(errors).toBeUndefined();
    const sections = Object.fromEntries((data.person.dataHeldByAssociations as Section[]).map(({ name, json }) => [name, JSON.parse(json) as object[]]));
    expect(sections).toMatchObject({ person: [{ id, fullName: "Tuyết Mẫu Ánh", ...details }], memberships: [{ personId: id, associationId: "vinh-phuc:la", since: "2016" }], statements: [], accessLog: [] });
    expect(sections["history"]).toHaveLength(3);
    const log = (who: typeof visitor) => test.run("query ($id: ID!) { person(id: $id) { accessLog { totalCount nodes { viewer purpose fields requestId } } } }", { id }, who);
    expect((await log(ofVinhPhuc)).data.person.accessLog).toEqual({ totalCount: 1, nodes: [{ viewer: "a-officer", purpose: "The person asked for it", fields: ["person", "memberships", "history"], requestId: expect.any(String) }] });
    expect((await log(leader())).data.person.accessLog.totalCount).toBe(1);
    expect((await log(ofDongNai)).data.person).toBeNull();
    const again = (await held(id, ofVinhPhuc)).data.person.dataHeldByAssociations as Section[];
    expect(again.find(({ name }) => name === "accessLog")).toMatchObject({ rows: 1, json: expect.stringContaining("The person asked for it") });
  });

  it("is all of one person, also from records that were merged and by their ids, to the last to be merged", async () => {
    const { kept, merged } = await mergePersons();
    const { id } = await makePerson("vinh-phuc");
    const input = { idempotencyKey: "merge-last", id, version: 2, merged: kept, mergedVersion: 3, overlapping: "JOIN", reason: "The same card" };
    await run("mutation ($input: MergePersonsInput!) { mergePersons(input: $input) { person { id } } }", { input });
    for (const asked of [id, kept, merged]) {
      const query = 'query ($id: ID!) { person(id: $id) { id formerIds accessLog { nodes { purpose } } dataHeldByAssociations(reason: "Asked for") { name rows json } } }';
      const { person } = await run(query, { id: asked });
      expect(person).toMatchObject({ id, formerIds: [kept, merged] });
      expect(person.accessLog.nodes).toContainEqual({ purpose: "To call Tuyết Mẫu" });
      const section = (name: string) => (person.dataHeldByAssociations as Section[]).find(each => each.name === name)!;
      expect([section("person").rows, section("memberships").rows, section("merges").rows]).toEqual([3, 2, 2]);
      expect(section("accessLog").json).toContain("To call Tuyết Mẫu");
    }
    expect(codes(await erase(kept, admin()))).toEqual([]);
    expect(await database.reader.query("select distinct full_name as name from person where id = any($1)", [[id, kept, merged]])).toEqual([{ name: "(erased)" }]);
  });

  it("is for officers of the person's unions, of these only, and asks for a reason", async () => {
    const { id } = await makePerson("vinh-phuc");
    await database.writer.query("insert into membership (id, association_id, person_id, since) values ('third', 'dong-nai:la', $1, '2018')", [id]);
    const { data } = await held(id, ofDongNai);
    expect(JSON.stringify(data)).not.toContain("vinh-phuc:la");
    for (const who of [visitor, viewer("*"), officer("associations", "vufo"), officer("ngo-aid", "*")]) expect((await held(id, who)).data.person).toBeNull();
    const { data: none, errors } = await held(id, ofDongNai, "why");
    expect(none.person).toEqual({ dataHeldByAssociations: null });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "reason" } }]);
  });
});
