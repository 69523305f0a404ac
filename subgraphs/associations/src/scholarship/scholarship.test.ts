import { openDatabase } from "@huu-nghi/subgraph-kit";
import { changesOf, testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

const { visitor, viewer, officer, leader } = viewers;
const ofDongNai = officer("associations", "dong-nai");
type Viewer = typeof visitor;

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
  const { writer, close } = await openDatabase(associations, division.urls);
  await writer.query(`
    insert into person (id, full_name) values ('kham', 'Khăm Mẫu'), ('hoa', 'Ánh Mẫu Hoa');
    insert into membership (id, association_id, person_id, since) values ('kham-la', 'dong-nai:la', 'kham', '2019'), ('hoa-gb', 'vinh-phuc:gb', 'hoa', '2018');
    insert into scholarship (id, union_id, recipient_count, nationality, school, academic_year, awarded_on, amount, currency, amount_basis, sponsor_partner_id, sponsor_ngo_id, sponsor_association_id, sponsor_name) values
      ('a', 'dong-nai', 10, 'LA', 'Đại học Đồng Nai', '2022-2023', '2022-09-05', 2000000, 'VND', 'PER_RECIPIENT', null, null, 'dong-nai:la', null),
      ('b', 'dong-nai', 4, 'KH', 'dai hoc dong nai', '2023-2024', '2023-10', 1200.5, 'USD', 'TOTAL', null, 'an-ngo', null, null),
      ('c', 'dong-nai', null, 'LA', 'Cao đẳng Mẫu', '2023-2024', null, 3000000, 'VND', 'PER_RECIPIENT', 'a-partner', null, null, null),
      ('d', 'dong-nai', 1, null, null, null, '2023', null, null, null, null, null, null, 'Công ty Mẫu'),
      ('e', 'vinh-phuc', 2, 'LA', 'Đại học Đồng Nai', '2023-2024', '2024-01-10', 5000000, 'VND', 'TOTAL', null, null, null, 'CONG TY MAU');
    insert into scholarship_association values ('a', 'dong-nai:la'), ('a', 'dong-nai:kh'), ('b', 'dong-nai:kh'), ('c', 'dong-nai:la'), ('d', 'dong-nai:la'), ('e', 'vinh-phuc:la');
    insert into scholarship_recipient values ('a', 'kham'), ('e', 'kham');
  `);
  await close();
});
afterAll(() => division[Symbol.asyncDispose]());

const asked = async (query: string, who: Viewer = visitor, variables: Record<string, unknown> = {}) => {
  const { data, errors = [] } = await division.run(query, variables, who);
  return { data, codes: errors.map(({ extensions: { code, argument } }) => (argument ? `${String(code)} ${String(argument)}` : code)) };
};
const idsOf = (page: { nodes: { id: string }[] }) => page.nodes.map(({ id }) => id);
const list = async (args: string) => idsOf((await asked(`{ scholarships(${args}) { nodes { id } } }`)).data.scholarships);

describe("an award of scholarships", () => {
  it("is public with number, nationality, school, amount and sponsor", async () => {
    const { data, codes } = await asked(`{ scholarship(id: "a") {
      recipientCount nationality { code name { en } } school academicYear awardedOn amount { amount currency } amountBasis totalAmount { amount currency }
      sponsor { partner { id } foreignNgo { id } association { id } name } associations { id } union { id } source { title } } }`);
    expect({ codes, ...data.scholarship }).toEqual({
      codes: [], recipientCount: 10, nationality: { code: "LA", name: { en: "Laos" } }, school: "Đại học Đồng Nai", academicYear: "2022-2023", awardedOn: "2022-09-05",
      amount: { amount: "2000000", currency: "VND" }, amountBasis: "PER_RECIPIENT", totalAmount: { amount: "20000000", currency: "VND" },
      sponsor: { partner: null, foreignNgo: null, association: { id: "dong-nai:la" }, name: null }, associations: [{ id: "dong-nai:kh" }, { id: "dong-nai:la" }], union: { id: "dong-nai" }, source: null,
    });
  });

  it("of nobody knows how many has no amount in all, and one without an amount none", async () => {
    const { data } = await asked('{ c: scholarship(id: "c") { recipientCount amount { amount } totalAmount { amount } } d: scholarship(id: "d") { amount { amount } totalAmount { amount } nationality { code } } none: scholarship(id: "z") { id } }');
    expect(data).toEqual({ c: { recipientCount: null, amount: { amount: "3000000" }, totalAmount: null }, d: { amount: null, totalAmount: null, nationality: null }, none: null });
  });

  it("names its recipients to officers of its union who may see them, and its history to no viewer", async () => {
    const query = '{ a: scholarship(id: "a") { recipients { fullName } history { totalCount } } e: scholarship(id: "e") { recipients { fullName } } }';
    expect(await asked(query, ofDongNai)).toMatchObject({ data: { a: { recipients: [{ fullName: "Khăm Mẫu" }] }, e: { recipients: null } }, codes: ["FORBIDDEN"] });
    expect((await asked(query, leader())).codes).toEqual([]);
    // An officer of the union who does not reach the person sees that there is an award, and not whose.
    expect(await asked('{ scholarship(id: "e") { recipients { fullName } } }', officer("associations", "vinh-phuc"))).toMatchObject({ data: { scholarship: { recipients: [] } }, codes: [] });
    for (const who of [visitor, viewer("dong-nai")]) expect((await asked(query, who)).data).toEqual({ a: { recipients: null, history: null }, e: { recipients: null } });
  });

  it("is found from its person, of unions within the officer's reach", async () => {
    const query = '{ person(id: "kham") { scholarships { totalCount nodes { id } } } }';
    expect((await asked(query, ofDongNai)).data.person.scholarships).toEqual({ totalCount: 1, nodes: [{ id: "a" }] });
    expect(idsOf((await asked(query, leader())).data.person.scholarships)).toEqual(["e", "a"]);
  });
});

describe("the awards of scholarships", () => {
  it.each([
    ['union: "dong-nai"', ["b", "c", "d", "a"]], ['union: "vufo", includeDescendants: true', ["e", "b", "c", "d", "a"]], ['union: "vufo"', []], ["first: 100", ["e", "b", "c", "d", "a"]],
    ['association: "dong-nai:kh"', ["b", "a"]], ["nationality: LA", ["e", "c", "a"]], ['school: "ĐẠI HỌC Đồng nai"', ["e", "b", "a"]], ['academicYear: "2023-2024"', ["e", "b", "c"]],
    ['sponsor: { name: "công ty mẫu" }', ["e", "d"]], ['sponsor: { foreignNgo: "an-ngo" }', ["b"]], ['sponsor: { partner: "a-partner" }', ["c"]], ['sponsor: { association: "dong-nai:la" }', ["a"]], ['text: "cao dang"', ["c"]], ['text: "cong ty"', ["e", "d"]],
  ])("by %s are %j, newest first, and none that was made up", async (args, ids) => expect(await list(args.replace("nationality: LA", 'nationality: "LA"'))).toEqual(ids));

  it("are read page by page, each once", async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = (await asked('query ($after: String) { scholarships(union: "demo", first: 40, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }', visitor, { after })).data.scholarships as { nodes: { id: string }[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
      seen.push(...idsOf(page));
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
      expect(page.totalCount).toBe(72);
    }
    expect([seen.length, new Set(seen).size]).toEqual([72, 72]);
  });

  it.each([["first: 0", "first"], ['academicYear: "2023"', "academicYear"], ["sponsor: {}", "sponsor"], ['sponsor: { name: "a", partner: "b" }', "sponsor"]])("refuse %s", async (args, argument) =>
    expect((await asked(`{ scholarships(${args}) { totalCount } }`)).codes).toEqual([`BAD_USER_INPUT ${argument}`]));

  it("hang on the association, the partner and the foreign NGO", async () => {
    const { data } = await asked(`query ($of: [_Any!]!) { friendshipAssociation(id: "dong-nai:la") { scholarships(first: 2) { totalCount nodes { id } } }
      _entities(representations: $of) { ... on Partner { scholarships { nodes { id } } } ... on ForeignNgo { scholarships { nodes { id } } } ... on Scholarship { school } } }`,
    visitor, { of: [{ __typename: "Partner", id: "a-partner" }, { __typename: "ForeignNgo", id: "an-ngo" }, { __typename: "Scholarship", id: "a" }, { __typename: "Partner", id: "nowhere" }] });
    expect(data.friendshipAssociation.scholarships).toEqual({ totalCount: 3, nodes: [{ id: "c" }, { id: "d" }] });
    expect(data._entities).toEqual([{ scholarships: { nodes: [{ id: "c" }] } }, { scholarships: { nodes: [{ id: "b" }] } }, { school: "Đại học Đồng Nai" }, { scholarships: { nodes: [] } }]);
  });
});

const sums = "awards recipients recipientsUnknown amounts { amount currency } amountsUnknown";
const totals = async (args: string, rows = "key label { en } recipients") =>
  (await asked(`{ scholarshipTotals(${args}) { ${sums} undated rows { totalCount nodes { ${rows} } } } }`)).data.scholarshipTotals;

describe("totals of scholarships", () => {
  it("add up each currency for itself, and count what nobody says beside the sum", async () => {
    expect(await totals('union: "dong-nai", groupBy: NATIONALITY', `key label { en } country { code } ${sums}`)).toEqual({
      awards: 4, recipients: 15, recipientsUnknown: 1, amounts: [{ amount: "1200.5", currency: "USD" }, { amount: "20000000", currency: "VND" }], amountsUnknown: 2, undated: 0,
      rows: {
        totalCount: 3,
        nodes: [
          { key: "LA", label: { en: "Laos" }, country: { code: "LA" }, awards: 2, recipients: 10, recipientsUnknown: 1, amounts: [{ amount: "20000000", currency: "VND" }], amountsUnknown: 1 },
          { key: "KH", label: { en: "Cambodia" }, country: { code: "KH" }, awards: 1, recipients: 4, recipientsUnknown: 0, amounts: [{ amount: "1200.5", currency: "USD" }], amountsUnknown: 0 },
          { key: "-", label: { en: "Not known" }, country: null, awards: 1, recipients: 1, recipientsUnknown: 0, amounts: [], amountsUnknown: 1 },
        ],
      },
    });
  });

  it("to Lao students by year, sponsor and school are one query, and each part is the list that it counts", async () => {
    const rows = 'rows { nodes { key label { en } recipients sponsor { partner { id } association { id } name } } }';
    const { data, codes } = await asked(`{ year: scholarshipTotals(nationality: "LA", groupBy: ACADEMIC_YEAR) { recipients ${rows} } sponsor: scholarshipTotals(nationality: "LA", groupBy: SPONSOR) { recipients ${rows} }
      school: scholarshipTotals(nationality: "LA", groupBy: SCHOOL) { recipients ${rows} } }`);
    expect(codes).toEqual([]);
    const nobody = { partner: null, association: null, name: null };
    expect(data.year).toEqual({ recipients: 12, rows: { nodes: [
      { key: "2023-2024", label: { en: "2023-2024" }, recipients: 2, sponsor: null }, { key: "2022-2023", label: { en: "2022-2023" }, recipients: 10, sponsor: null }] } });
    expect(data.sponsor.rows.nodes).toEqual([
      { key: "association dong-nai:la", label: { en: "Vietnam - Laos Friendship Association" }, recipients: 10, sponsor: { ...nobody, association: { id: "dong-nai:la" } } },
      { key: "name cong ty mau", label: { en: "CONG TY MAU" }, recipients: 2, sponsor: { ...nobody, name: "CONG TY MAU" } },
      { key: "partner a-partner", label: { en: "a-partner" }, recipients: null, sponsor: { ...nobody, partner: { id: "a-partner" } } },
    ]);
    expect(data.school.rows.nodes).toMatchObject([{ key: "dai hoc dong nai", label: { en: "Đại học Đồng Nai" }, recipients: 12 }, { key: "cao dang mau", recipients: null }]);
    expect(await list('nationality: "LA", school: "dai hoc dong nai"')).toEqual(["e", "a"]);
  });

  it("of a period count what was awarded in it, and say how many may be of it besides", async () => {
    expect(await totals('union: "dong-nai", groupBy: SCHOOL, from: "2023-01-01", to: "2023-12-31"')).toMatchObject({ awards: 2, recipients: 5, undated: 1 });
    expect(await totals('union: "dong-nai", groupBy: SCHOOL, from: "2023-06-01", to: "2023-12-31"')).toMatchObject({ awards: 1, recipients: 4, undated: 2 });
    expect(await totals('union: "dong-nai", groupBy: SCHOOL, to: "2022-12-31"')).toMatchObject({ awards: 1, recipients: 10, undated: 0 });
  });

  it("are null where nothing is written down, and made of all unions below", async () => {
    expect(await totals('union: "vufo", groupBy: SPONSOR')).toBeNull();
    expect(await totals('union: "vufo", includeDescendants: true, groupBy: SPONSOR')).toMatchObject({ awards: 5, recipients: 17, recipientsUnknown: 1 });
  });

  it("have pages of parts that add up to them", async () => {
    const { data } = await asked(`{ scholarshipTotals(union: "demo", groupBy: SCHOOL) { awards recipients rows(first: 4) { totalCount nodes { awards recipients } pageInfo { endCursor hasNextPage } } } }`);
    const { rows, awards, recipients } = data.scholarshipTotals;
    const rest = (await asked('query ($after: String) { scholarshipTotals(union: "demo", groupBy: SCHOOL) { rows(first: 4, after: $after) { nodes { awards recipients } pageInfo { hasNextPage } } } }', visitor, { after: rows.pageInfo.endCursor })).data.scholarshipTotals.rows;
    const all = [...rows.nodes, ...rest.nodes] as { awards: number; recipients: number }[];
    expect([rows.totalCount, all.length, rest.pageInfo.hasNextPage]).toEqual([6, 6, false]);
    expect([all.reduce((sum, row) => sum + row.awards, 0), all.reduce((sum, row) => sum + row.recipients, 0)]).toEqual([awards, recipients]);
  });

  it("refuse a sponsor that is no association, as the lists do", async () => {
    const sponsor = 'sponsor: { association: "dong-nai:nowhere" }';
    expect((await asked(`{ scholarshipTotals(groupBy: SCHOOL, ${sponsor}) { awards } }`)).codes).toEqual(["BAD_USER_INPUT sponsor.association"]);
    expect((await asked(`{ scholarships(${sponsor}) { totalCount } }`)).codes).toEqual(["BAD_USER_INPUT sponsor.association"]);
  });

  it("refuse a period that ends before it begins", async () =>
    expect((await asked('{ scholarshipTotals(groupBy: SCHOOL, from: "2023-02-01", to: "2023-01-01") { awards } }')).codes).toEqual(["BAD_USER_INPUT to"]));
});

describe("in the annual report", () => {
  it("scholarships count their recipients and are worth what is known in dong", async () => {
    const { data } = await asked(`{ union(id: "dong-nai") { annualReport(year: 2022) { associations { figures(codes: ["associations.scholarships", "associations.scholarshipValue"]) { code value unit basis records { nodes { kind id label { en } value } } } } }
      later: annualReport(year: 2023) { associations { figure(code: "associations.scholarshipValue") { value records { totalCount nodes { value } } } } } } }`);
    const label = { en: "Vietnam - Cambodia Friendship Association, Vietnam - Laos Friendship Association" };
    expect(data.union.annualReport.associations.figures).toEqual([
      { code: "associations.scholarships", value: "10", unit: "count", basis: "RECORDED", records: { nodes: [{ kind: "Scholarship", id: "a", label, value: "10" }] } },
      { code: "associations.scholarshipValue", value: "20000000", unit: "VND", basis: "RECORDED", records: { nodes: [{ kind: "Scholarship", id: "a", label, value: "20000000" }] } },
    ]);
    // Neither dollars nor an unknown amount are taken for dong, or for 0.
    expect(data.union.later.associations.figure).toEqual({ value: null, records: { totalCount: 2, nodes: [{ value: null }, { value: null }] } });
  });
});

describe("writing an award down", () => {
  const change = changesOf(() => division, ofDongNai);
  const made = (input: object) => change("createScholarship", { associations: ["dong-nai:la"], sponsor: { association: "dong-nai:la" }, awardedOn: "2024-05", ...input }, "id version recipientCount recipients { fullName }");

  it("takes the number of those who are named where no other is given, and no more names than recipients", async () => {
    const { changed } = await made({ recipients: ["kham"] });
    expect(changed).toMatchObject({ recipientCount: 1, recipients: [{ fullName: "Khăm Mẫu" }] });
    expect(await made({ recipientCount: 3 })).toMatchObject({ changed: { recipientCount: 3, recipients: [] } });
    expect(await change("correctScholarship", { id: changed.id, version: 1, recipients: [], recipientCount: null, reason: "A test" }, "recipientCount recipients { id }")).toMatchObject({ changed: { recipientCount: null, recipients: [] } });
  });

  it("is of associations of one union, and names nobody who is out of reach", async () => {
    const ofBoth = officer("associations", "dong-nai", "vinh-phuc");
    const two = await change("createScholarship", { associations: ["dong-nai:la", "vinh-phuc:la"], sponsor: { name: "Mẫu" }, awardedOn: "2024" }, "id", ofBoth);
    expect(two).toMatchObject({ changed: null, refused: [["BAD_USER_INPUT", "associations"]] });
    expect(await made({ recipients: ["hoa"] })).toMatchObject({ changed: null, refused: [["BAD_USER_INPUT", "recipients"]] });
  });

  it("names nobody under two ids, since records of one person may have been merged", async () => {
    await change("createPerson", { fullName: "Kham Mau", membership: { association: "dong-nai:kh", since: "2020" } }, "id");
    const { data } = await asked('{ people(union: "dong-nai", text: "kham mau") { nodes { id } } }', officer("associations", "dong-nai"));
    const other = idsOf(data.people).find(id => id !== "kham")!;
    const merge = { idempotencyKey: "merge-kham", id: "kham", version: 1, merged: other, mergedVersion: 1, reason: "The same card" };
    expect((await asked("mutation ($input: MergePersonsInput!) { mergePersons(input: $input) { person { id } } }", ofDongNai, { input: merge })).codes).toEqual([]);
    expect((await made({ recipients: ["kham", other] })).refused).toEqual([["CONFLICT", "recipients"]]);
    expect((await made({ recipients: ["kham"] })).changed).toMatchObject({ recipientCount: 1 });
  });
});
