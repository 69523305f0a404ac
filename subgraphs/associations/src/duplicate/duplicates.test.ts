import { openDatabase, type Database } from "@huu-nghi/subgraph-kit";
import { testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

type Viewer = typeof viewers.visitor;
const { visitor, viewer, officer, leader } = viewers;
const ofDongNai = officer("associations", "dong-nai");
const ofVinhPhuc = officer("associations", "vinh-phuc");
const ofBoth = officer("associations", "dong-nai", "vinh-phuc");

let division: TestSubgraph;
let database: Database;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true });
  database = await openDatabase(associations, division.urls);
  await database.writer.query(`
    insert into person (id, full_name, phone, email, birth_date, identity_number) values
      ('lan-1', 'Nguyễn Mẫu Lan', '+84 000 111 222', null, '1970-01-02', null), ('lan-2', 'Nguyen Mau Lan', '0000 111 222', 'lan@mau.example', '1970-05-06', '000 070 001 111'),
      ('minh-1', 'Minh Mẫu', null, 'MINH@mau.example', null, '000-070-002-222'), ('minh-2', 'Mẫu Minh', null, 'minh@mau.example', null, '000 070 002 222'),
      ('hoa-1', 'Hoa Mẫu', null, null, null, null), ('hoa-2', 'Hòa Mẫu', null, null, null, null),
      ('gb-lan', 'Nguyễn Mẫu Lan', null, null, '1970-09-09', null), ('alone', 'Một Mẫu', null, null, null, null), ('twice', 'Hai Mẫu', '0999', null, null, null), ('once', 'Hai Mẫu', null, 'hai@mau.example', null, null);
    insert into branch (id, association_id, name_vi, host_kind, since) values ('la-school', 'dong-nai:la', 'Chi hội mẫu', 'SCHOOL', '2015');
    insert into membership (id, association_id, branch_id, person_id, since, until) values
      ('m-lan-1', 'dong-nai:la', null, 'lan-1', '2015', '2017'), ('m-lan-2', 'dong-nai:la', null, 'lan-2', '2018', null), ('m-lan-2-kh', 'dong-nai:kh', null, 'lan-2', '2016', null),
      ('m-minh-1', 'dong-nai:la', null, 'minh-1', '2015', null), ('m-minh-2', 'dong-nai:kh', null, 'minh-2', '2015', null),
      ('m-hoa-1', 'dong-nai:la', 'la-school', 'hoa-1', '2015', null), ('m-hoa-2', 'dong-nai:la', 'la-school', 'hoa-2', '2016', '2020'),
      ('m-gb-lan', 'vinh-phuc:gb', null, 'gb-lan', '2015', null), ('m-alone', 'dong-nai:la', null, 'alone', '2015', null),
      ('m-twice', 'dong-nai:la', null, 'twice', '2017-03', '2019'), ('m-once', 'dong-nai:la', null, 'once', '2016', null), ('m-once-kh', 'dong-nai:kh', null, 'once', '2016', null);
    insert into position_tenure (id, union_id, body_kind, title_vi, role, holder_name, person_id, since) values ('p-once', 'dong-nai', 'OFFICE', 'Chuyên viên', 'OTHER', 'Hai Mẫu', 'once', '2019')`);
});
afterAll(async () => {
  await database.close();
  await division[Symbol.asyncDispose]();
});

const asked = async (query: string, who: Viewer, variables: Record<string, unknown> = {}) => {
  const { data, errors = [] } = await division.run(query, variables, who);
  return { data, codes: errors.map(({ extensions: { code } }) => code), message: errors[0]?.message ?? "", text: JSON.stringify({ data, errors }) };
};
const pairs = async (args: string, who: Viewer) => {
  const { data, codes } = await asked(`{ duplicateCandidates(${args}) { totalCount nodes { first { id } second { id } rules } } }`, who);
  if (codes.length > 0) return codes;
  return (data.duplicateCandidates.nodes as { first: { id: string }; second: { id: string }; rules: string[] }[]).map(({ first, second, rules }) => [first.id, second.id, ...rules]);
};
let key = 0;
const change = (name: string, input: object, who: Viewer, of = "person { id version memberships { nodes { id since until } } positions { nodes { id } } merges { nodes { mergedId undone takenOver reason } } }", inputName = `${name[0]!.toUpperCase()}${name.slice(1)}`) =>
  asked(`mutation ($input: ${inputName}Input!) { ${name}(input: $input) { ${of} } }`, who, { input: { idempotencyKey: `merge-${(key += 1)}`, ...input } });
const versionOf = async (id: string) => (await database.reader.query<[{ version: number }]>("select version from person where id = $1", [id]))[0].version;
const both = async (kept: string, merged: string) => ({ id: kept, version: await versionOf(kept), merged, mergedVersion: await versionOf(merged), reason: "The same card" });
const undone = async (kept: string, merged: string) => ({ id: kept, version: await versionOf(kept), merged, reason: "They are two" });
/** Everything about these people but versions, which only grow. */
const content = async (...ids: string[]) => {
  const rows = await database.reader.query<{ row: object }[]>(
    `select to_jsonb(person) - 'version' as row from person where id = any($1) union all select to_jsonb(membership) - 'version' from membership where person_id = any($1)
     union all select to_jsonb(stay) from membership_stay stay join membership on membership.id = stay.membership_id where person_id = any($1)
     union all select to_jsonb(tenure) - 'version' from position_tenure tenure where person_id = any($1)
     union all select to_jsonb(consent) - 'version' from consent where person_id = any($1)
     union all select to_jsonb(residence) - 'version' from residence_abroad residence where person_id = any($1)`,
    [ids],
  );
  return rows.map(({ row }) => JSON.stringify(row)).sort();
};

describe("candidates", () => {
  it("are pairs with the rules that matched, the strongest first, and without the values", async () => {
    expect(await pairs('union: "dong-nai"', ofDongNai)).toEqual([
      ["minh-1", "minh-2", "SAME_IDENTITY_NUMBER", "SAME_EMAIL"], ["lan-1", "lan-2", "SAME_NAME_AND_BIRTH_YEAR", "SAME_PHONE"], ["hoa-1", "hoa-2", "SAME_NAME_AND_BRANCH"],
    ]);
    const { text } = await asked('{ duplicateCandidates(union: "dong-nai") { nodes { id rules first { id phone identityNumber birthDate } } } }', ofDongNai);
    expect(text).not.toMatch(/111 222|070|1970/);
  });

  it("are never told where one of the two is beyond reach", async () => {
    const across = [["gb-lan", "lan-1", "SAME_NAME_AND_BIRTH_YEAR"], ["gb-lan", "lan-2", "SAME_NAME_AND_BIRTH_YEAR"]];
    expect(await pairs('union: "vinh-phuc"', ofVinhPhuc)).toEqual([]);
    expect(await pairs('union: "vinh-phuc"', ofBoth)).toEqual(across);
    expect(await pairs('union: "vufo", includeDescendants: true', leader())).toHaveLength(5);
  });

  it.each([["a visitor", visitor, "UNAUTHENTICATED"], ["a viewer", viewer("dong-nai"), "FORBIDDEN"], ["an officer of another union", ofVinhPhuc, "FORBIDDEN"]])("are refused to %s", async (_who, who, code) => expect(await pairs('union: "dong-nai"', who)).toEqual([code]));
  it("are read page by page", async () => {
    const page = async (after: string | null) => (await asked('query ($after: String) { duplicateCandidates(union: "dong-nai", first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }', ofDongNai, { after })).data.duplicateCandidates;
    const first = await page(null);
    expect((await page(first.pageInfo.endCursor)).nodes).toEqual([{ id: "hoa-1 hoa-2" }]);
    expect(await pairs('union: "dong-nai", first: 0', ofDongNai)).toEqual(["BAD_USER_INPUT"]);
  });

  it("that were dismissed do not come again", async () => {
    const input = { first: "hoa-2", second: "hoa-1", reason: "Sisters", idempotencyKey: "two" };
    const dismiss = (given: object, who = ofDongNai) => change("dismissDuplicate", { ...input, ...given }, who, "duplicateDismissal { firstId secondId }");
    const wrong = { idempotencyKey: "other" };
    expect((await dismiss({ ...wrong, second: "hoa-2" })).message).toMatch(/no duplicate of itself/);
    expect((await dismiss({ ...wrong, reason: " " })).codes).toEqual(["BAD_USER_INPUT"]);
    expect((await dismiss({ ...wrong, second: "gb-lan" })).codes).toEqual(["BAD_USER_INPUT"]);
    expect((await dismiss(wrong, ofVinhPhuc)).codes).toEqual(["BAD_USER_INPUT"]);
    for (const who of [visitor, viewer("dong-nai"), leader()]) expect((await dismiss(wrong, who)).codes).toEqual([who === visitor ? "UNAUTHENTICATED" : "FORBIDDEN"]);
    const answer = await dismiss({});
    expect(answer.data.dismissDuplicate).toEqual({ duplicateDismissal: { firstId: "hoa-1", secondId: "hoa-2" } });
    expect((await dismiss({})).data).toEqual(answer.data);
    expect((await dismiss(wrong)).codes).toEqual(["CONFLICT"]);
    expect(await pairs('union: "dong-nai"', ofDongNai)).toHaveLength(2);
  });
});

describe("a merge", () => {
  it("of a person with itself, or of one beyond reach, is refused", async () => {
    const itself = await change("mergePersons", { ...(await both("lan-1", "lan-2")), merged: "lan-1" }, ofDongNai);
    expect(itself).toMatchObject({ codes: ["BAD_USER_INPUT"], message: expect.stringContaining("not merged with itself") });
    expect((await change("mergePersons", await both("lan-1", "gb-lan"), ofDongNai)).codes).toEqual(["BAD_USER_INPUT"]);
    expect((await change("mergePersons", { ...(await both("lan-1", "lan-2")), mergedVersion: 9 }, ofDongNai)).codes).toEqual(["CONFLICT"]);
  });

  it("takes over what names the merged person, whose id answers with the kept one by root and reference, and is undone exactly", async () => {
    const before = await content("lan-1", "lan-2");
    const input = { ...(await both("lan-1", "lan-2")), takeOverMissing: true };
    const { data } = await change("mergePersons", input, ofDongNai);
    expect(data.mergePersons.person).toMatchObject({ id: "lan-1", memberships: { nodes: [{ id: "m-lan-2" }, { id: "m-lan-2-kh" }, { id: "m-lan-1" }] }, merges: { nodes: [{ mergedId: "lan-2", undone: false, takenOver: ["email", "identityNumber"], reason: "The same card" }] } });
    const seen = await asked('query ($of: [_Any!]!) { person(id: "lan-2") { id email } _entities(representations: $of) { ... on Person { id } } people(union: "dong-nai", text: "lan") { nodes { id } } }', ofDongNai, { of: [{ __typename: "Person", id: "lan-2" }] });
    expect(seen.data).toMatchObject({ person: { id: "lan-1", email: "l***@***.example" }, _entities: [{ id: "lan-1" }], people: { nodes: [{ id: "lan-1" }] } });
    expect((await pairs('union: "dong-nai"', ofDongNai)).flat()).not.toContain("lan-2");
    expect((await change("changePerson", { id: "lan-2", version: input.mergedVersion, fullName: "Lan" }, ofDongNai)).message).toMatch(/was merged into lan-1/);
    expect((await change("mergePersons", { ...(await both("lan-1", "lan-2")) }, ofDongNai)).codes).toEqual(["CONFLICT"]);
    const back = await change("undoMerge", await undone("lan-1", "lan-2"), ofDongNai);
    expect(back.data.undoMerge.person).toMatchObject({ id: "lan-1", merges: { nodes: [{ undone: true }] } });
    expect(await content("lan-1", "lan-2")).toEqual(before);
    expect((await change("undoMerge", await undone("lan-1", "lan-2"), ofDongNai)).codes).toEqual(["BAD_USER_INPUT"]);
  });

  it("with memberships at the same time is a conflict that says what to do, or joins them; both are undone exactly", async () => {
    const before = await content("once", "twice");
    const refused = await change("mergePersons", await both("twice", "once"), ofDongNai);
    expect(refused).toMatchObject({ codes: ["CONFLICT"], message: expect.stringMatching(/members of dong-nai:la at the same time.*JOIN/) });
    expect(await content("once", "twice")).toEqual(before);
    const { data } = await change("mergePersons", { ...(await both("twice", "once")), overlapping: "JOIN" }, ofDongNai);
    expect(data.mergePersons.person).toMatchObject({ memberships: { nodes: [{ id: "m-once-kh" }, { id: "m-twice", since: "2016", until: null }] }, positions: { nodes: [{ id: "p-once" }] } });
    expect((await change("undoMerge", await undone("twice", "once"), ofDongNai)).codes).toEqual([]);
    expect(await content("once", "twice")).toEqual(before);
  });

  it("joins memberships with what they were before, and not to one that would be older than its branch", async () => {
    const stays = "('m-old', '2017', 'la-school', 'ORDINARY'), ('m-old', '2018-03-04', null, 'HONORARY')";
    await database.writer.query(`
      insert into person (id, full_name) values ('old', 'Ba Mẫu'), ('new', 'Ba Mẫu');
      insert into branch (id, association_id, name_vi, host_kind, since) values ('kh-late', 'dong-nai:kh', 'Chi hội mẫu', 'OTHER', '2018');
      insert into membership (id, association_id, branch_id, person_id, since, until) values ('m-old', 'dong-nai:kh', null, 'old', '2015', null), ('m-new', 'dong-nai:kh', 'kh-late', 'new', '2019-02-01', null),
        ('m-left', 'dong-nai:th', null, 'old', '2015', '2018-05-10'), ('m-back', 'dong-nai:th', null, 'new', '2018-05-10', null);
      insert into membership_stay (membership_id, until, branch_id, status) values ${stays}, ('m-back', '2019', 'la-school', 'ORDINARY')`);
    // Both were in one branch before.
    expect(await pairs('union: "dong-nai"', ofDongNai)).toContainEqual(["new", "old", "SAME_NAME_AND_BRANCH"]);
    const before = await content("old", "new");
    // On the day of leaving and coming back there would be two.
    expect((await change("mergePersons", await both("new", "old"), ofDongNai)).message).toContain("dong-nai:th");
    const join = async () => change("mergePersons", { ...(await both("new", "old")), overlapping: "JOIN" }, ofDongNai);
    expect(await join()).toMatchObject({ codes: ["CONFLICT"], message: expect.stringMatching(/m-new would be in the branch kh-late since 2015, which stands since 2018/) });
    expect(await content("old", "new")).toEqual(before);
    // Of the other one's branch, too, which the kept one does not know.
    const other = async () => change("mergePersons", { ...(await both("old", "new")), overlapping: "JOIN" }, ofDongNai);
    await database.writer.query("update branch set since = '2018-05' where id = 'kh-late'");
    expect((await other()).message).toMatch(/m-old would be in the branch kh-late since 2018-03-04, which stands since 2018-05/);
    await database.writer.query("delete from membership_stay where membership_id = 'm-old'");
    expect((await other()).message).toMatch(/m-old would be in the branch kh-late since 2015, which stands since 2018-05/);
    await database.writer.query(`insert into membership_stay (membership_id, until, branch_id, status) values ${stays}`);
    expect(await content("old", "new")).toEqual(before);
    await database.writer.query("update branch set since = '2015' where id = 'kh-late'");
    expect((await join()).data.mergePersons.person.memberships.nodes).toEqual([{ id: "m-back", since: "2015", until: null }, { id: "m-new", since: "2015", until: null }]);
    expect(await content("old", "new")).not.toEqual(before);
    expect((await change("undoMerge", await undone("new", "old"), ofDongNai)).codes).toEqual([]);
    expect(await content("old", "new")).toEqual(before);
  });

  it("is not undone over what was changed since, and says what that is", async () => {
    await change("mergePersons", { ...(await both("minh-1", "minh-2")), takeOverMissing: true }, ofDongNai);
    const [{ version }] = await database.reader.query<[{ version: number }]>("select version from membership where id = 'm-minh-2'");
    await change("endMembership", { id: "m-minh-2", version, on: "2020", reason: "Left" }, ofDongNai, "membership { id }");
    expect(await change("undoMerge", await undone("minh-1", "minh-2"), ofDongNai)).toMatchObject({ codes: ["CONFLICT"], message: expect.stringContaining("membership m-minh-2") });
    expect((await database.reader.query<object[]>("select from person where id = 'minh-2' and merged_into = 'minh-1'"))).toHaveLength(1);
    // A later merge of the kept one comes first.
    expect((await change("mergePersons", { ...(await both("alone", "minh-1")), overlapping: "JOIN" }, ofDongNai)).codes).toEqual([]);
    expect((await asked('{ person(id: "minh-2") { id } }', ofDongNai)).data.person).toEqual({ id: "alone" });
    expect((await change("undoMerge", await undone("minh-1", "minh-2"), ofDongNai)).message).toMatch(/was merged into alone/);
  });

  it("of two who agreed to one text keeps one consent, and is not undone once that was withdrawn", async () => {
    await database.writer.query(`
      insert into person (id, full_name) values ('agreed-1', 'Tư Mẫu'), ('agreed-2', 'Tư Mẫu');
      insert into membership (id, association_id, person_id, since) values ('m-agreed-1', 'dong-nai:th', 'agreed-1', '2015'), ('m-agreed-2', 'dong-nai:kr', 'agreed-2', '2015');
      insert into consent (id, union_id, person_id, purpose, text_version, evidence, evidence_kept_at, given_at, recorded_by) values
        ('c-1', 'dong-nai', 'agreed-1', 'EXPORT', '1', 'Form 1', 'Office', '2024-01-01Z', 'officer'), ('c-2', 'dong-nai', 'agreed-2', 'EXPORT', '1', 'Form 2', 'Office', '2025-01-01Z', 'officer'),
        ('c-3', 'dong-nai', 'agreed-2', 'CONTACT', '1', 'Form 3', 'Office', '2025-01-01Z', 'officer')`);
    const before = await content("agreed-1", "agreed-2");
    const merge = async () => change("mergePersons", await both("agreed-1", "agreed-2"), ofDongNai, "person { consents { nodes { id } } }");
    expect((await merge()).data?.mergePersons?.person.consents.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(["c-1", "c-3"]);
    expect((await change("undoMerge", await undone("agreed-1", "agreed-2"), ofDongNai)).codes).toEqual([]);
    expect(await content("agreed-1", "agreed-2")).toEqual(before);
    expect((await merge()).codes).toEqual([]);
    const [{ version }] = await database.reader.query<[{ version: number }]>("select version from consent where id = 'c-1'");
    expect((await change("withdrawConsent", { id: "c-1", version, withdrawnAt: "2026-01-01T00:00:00Z" }, ofDongNai, "consent { id }")).codes).toEqual([]);
    expect(await change("undoMerge", await undone("agreed-1", "agreed-2"), ofDongNai)).toMatchObject({ codes: ["CONFLICT"], message: expect.stringContaining("consent c-1") });
    // What the other form said goes with the person.
    expect((await change("erasePersonInAssociations", { person: "agreed-2", reason: "Asked for by letter" }, ofDongNai, "erasedPerson { id }", "ErasePerson")).codes).toEqual([]);
    expect(await database.reader.query("select number::text from history where before::text || after::text like '%Form 2%' union all select merge_id from person_merge_row where before::text like '%Form 2%'")).toEqual([]);
  });

  it("joins residences in one country at the same time, and refuses those in two", async () => {
    await database.writer.query(`
      insert into person (id, full_name) values ('abroad-1', 'Sáu Mẫu'), ('abroad-2', 'Sáu Mẫu');
      insert into membership (id, association_id, person_id, since) values ('m-abroad-1', 'dong-nai:th', 'abroad-1', '2015'), ('m-abroad-2', 'dong-nai:kr', 'abroad-2', '2015');
      insert into residence_abroad (id, person_id, country_code, since, until, returned) values
        ('r-1', 'abroad-1', 'SE', '2018', '2020', true), ('r-2', 'abroad-2', 'SE', '2016', null, false), ('r-3', 'abroad-2', 'FR', '2010', '2012', true)`);
    const before = await content("abroad-1", "abroad-2");
    const merge = async () => change("mergePersons", await both("abroad-1", "abroad-2"), ofDongNai, "person { residencesAbroad { nodes { id since until returned } } }");
    expect((await merge()).data?.mergePersons?.person.residencesAbroad.nodes).toEqual([{ id: "r-1", since: "2016", until: null, returned: false }, { id: "r-3", since: "2010", until: "2012", returned: true }]);
    expect((await change("undoMerge", await undone("abroad-1", "abroad-2"), ofDongNai)).codes).toEqual([]);
    expect(await content("abroad-1", "abroad-2")).toEqual(before);
    await database.writer.query("update residence_abroad set country_code = 'NO' where id = 'r-2'");
    expect(await merge()).toMatchObject({ codes: ["CONFLICT"], message: expect.stringMatching(/r-1, r-2\..*correctResidenceAbroad/) });
  });

  it("of two recipients of one scholarship is a conflict that says what to do", async () => {
    await database.writer.query(`
      insert into person (id, full_name) values ('award-1', 'Năm Mẫu'), ('award-2', 'Năm Mẫu');
      insert into membership (id, association_id, person_id, since) values ('m-award-1', 'dong-nai:th', 'award-1', '2015'), ('m-award-2', 'dong-nai:kr', 'award-2', '2015');
      insert into scholarship (id, union_id, recipient_count, awarded_on, sponsor_name) values ('award', 'dong-nai', 2, '2024', 'Mẫu');
      insert into scholarship_recipient (scholarship_id, person_id) values ('award', 'award-1'), ('award', 'award-2')`);
    expect(await change("mergePersons", await both("award-1", "award-2"), ofDongNai)).toMatchObject({ codes: ["CONFLICT"], message: expect.stringMatching(/recipients of the scholarship award\..*correctScholarship/) });
  });

  it("of somebody with records in unions beyond reach is refused without naming them", async () => {
    await database.writer.query("insert into membership (id, association_id, person_id, since) values ('m-hoa-gb', 'vinh-phuc:gb', 'hoa-2', '2015')");
    const refused = await change("mergePersons", { ...(await both("hoa-1", "hoa-2")), overlapping: "JOIN" }, ofDongNai);
    expect(refused.codes).toEqual(["FORBIDDEN"]);
    expect(refused.text).not.toContain("vinh-phuc");
    expect((await change("mergePersons", { ...(await both("hoa-1", "hoa-2")), overlapping: "JOIN" }, ofBoth)).codes).toEqual([]);
  });

  it("is in history, with its reason", async () => {
    const { data } = await asked('{ person(id: "lan-1") { history { nodes { action reason } } } }', ofDongNai);
    expect(data.person.history.nodes).toEqual(expect.arrayContaining([{ action: "mergePersons", reason: "The same card" }, { action: "undoMerge", reason: "They are two" }]));
  });
});
