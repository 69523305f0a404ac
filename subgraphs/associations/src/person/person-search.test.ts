import { analyze, openDatabase, sql, type Database } from "@huu-nghi/subgraph-kit";
import { testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";
import { nameHolds } from "./person-name";

const { leader, officer } = viewers;
const ofDongNai = officer("associations", "dong-nai");

let division: TestSubgraph;
let database: Database;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true });
  database = await openDatabase(associations, division.urls);
  await database.writer.query(`
    insert into person (id, full_name) values ('nga', 'Nguyễn Phương Nga'), ('an', 'Vũ An'), ('dao', 'Đào Thị Anh'), ('dung', 'Dương Nga'), ('ngan', 'Lê Thị Ngân'), ('ngan-2', 'Bùi Ngân'), ('only', 'Cher');
    insert into branch (id, association_id, name_vi, host_kind, since) values ('la-school', 'dong-nai:la', 'Chi hội mẫu', 'SCHOOL', '2015');
    insert into membership (id, association_id, branch_id, person_id, since, until) values ('nga-la', 'dong-nai:la', 'la-school', 'nga', '2016', '2018'), ('an-la', 'dong-nai:la', null, 'an', '2017', null), ('an-gb', 'vinh-phuc:gb', null, 'an', '2017', null);
    insert into position_tenure (id, union_id, body_kind, title_vi, role, holder_name, person_id, since) values ('dao-staff', 'dong-nai', 'OFFICE', 'Chuyên viên', 'OTHER', 'Đào Thị Anh', 'dao', '2019');
    -- Twice as many as one province has, with names of the most usual words.
    insert into person (id, full_name) select 'many-' || number, (array['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng'])[1 + number % 5] || ' ' || (array['Văn', 'Thị', 'Đức', 'Ngọc'])[1 + number % 4] || ' ' || chr(65 + number % 26) || md5(number::text)
      from generate_series(1, 20000) number;`);
  await analyze(associations, division.urls);
}, 90_000);
afterAll(async () => {
  await database.close();
  await division[Symbol.asyncDispose]();
});

const people = async (args: string, who = leader()) => {
  const { data, errors = [] } = await division.run(`{ people(${args}) { totalCount nodes { id } } }`, {}, who);
  return errors.length > 0 ? errors.map(({ extensions: { code } }) => code) : (data.people.nodes as { id: string }[]).map(({ id }) => id);
};
const named = (text: string) => people(`text: ${JSON.stringify(text)}, first: 100`);

describe("a name", () => {
  it.each([
    ["nga nguyen phuong", ["nga"]], ["Phương NGA", ["nga"]], ["Nguyễn Phương Nga".normalize("NFD"), ["nga"]], ["nguy phu", ["nga"]],
    ["dao anh", ["dao"]], ["đào", ["dao"]], ["ĐÀO".normalize("NFD"), ["dao"]], ["duong nga", ["dung"]], ["vu an", ["an"]], ["an vu", ["an"]], ["cher", ["only"]], ["ngan le", ["ngan"]],
  ])("is found by %j", async (text, ids) => expect(await named(text)).toEqual(ids));

  it("is not found by a short word that only stands within one of its own", async () => expect(await named("uo nga")).toEqual([]));

  it.each(["%", "___", "-", "nga 'x'"])("is not found by %j, which is no part of one", async text => expect(await named(text)).toEqual([]));

  it("is looked for by an index, however many there are", async () => {
    for (const text of ["nga nguyen phuong", "vu an", "duong nga"]) {
      const { text: query, values } = sql`explain (analyze, format json) select id from person where ${nameHolds("person.full_name", text)}`;
      const [{ "QUERY PLAN": plan }] = await database.reader.query<[{ "QUERY PLAN": [{ Plan: object; "Execution Time": number }] }]>(query, values);
      expect(JSON.stringify(plan)).toContain("person_name");
      expect(JSON.stringify(plan)).not.toContain("Seq Scan");
    }
  });

  it("is looked for so by the query that clients send, too", async () => {
    const [statement] = (await division.statements(() => named("nga nguyen phuong"))).filter(each => each.includes("person.full_name as name"));
    expect(statement).toContain("(' ' || fold_text(person.full_name)) like");
  });
});

describe("a list of people", () => {
  it("is ordered by the given name, then the whole one, as Vietnamese letters are", async () => {
    expect(await people('text: "nga"')).toEqual(["dung", "nga", "ngan-2", "ngan"]);
    expect(await people('text: "nga", order: FULL_NAME')).toEqual(["ngan-2", "dung", "ngan", "nga"]);
  });

  it("is of a union by positions too, and of a branch, a country, a day", async () => {
    expect(await people('union: "dong-nai"', ofDongNai)).toEqual(["an", "dao", "nga"]);
    expect(await people('union: "vufo", includeDescendants: true', officer("associations", "vufo", "dong-nai", "vinh-phuc"))).toEqual(["an", "dao", "nga"]);
    expect(await people('branch: "la-school"', ofDongNai)).toEqual(["nga"]);
    expect(await people('country: "GB"', leader("vinh-phuc"))).toEqual(["an"]);
    expect(await people('country: "GB"', ofDongNai)).toEqual([]);
    expect(await people('asOf: "2020-01-01"', ofDongNai)).toEqual(["an", "dao"]);
    expect(await people('asOf: "2017-06-01", union: "dong-nai"', ofDongNai)).toEqual(["nga"]);
  });

  it("with the unions below holds nobody beyond reach", async () => expect(await people('union: "vufo", includeDescendants: true', officer("associations", "vufo", "vinh-phuc"))).toEqual(["an"]));

  it.each(['order: SIDEWAYS', 'country: "Laos"', 'asOf: "2020-02-30"'])("refuses %s", async args => expect(await people(args, ofDongNai)).toEqual([expect.stringMatching(/BAD_USER_INPUT|VALIDATION/)]));
});

it("somebody of a union's staff is seen by its officers, and by those of no other", async () => {
  const seen = async (who: typeof ofDongNai) => (await division.run('{ person(id: "dao") { fullName positions { nodes { title { vi } union { id } } } } }', {}, who)).data.person;
  expect(await seen(ofDongNai)).toEqual({ fullName: "Đào Thị Anh", positions: { nodes: [{ title: { vi: "Chuyên viên" }, union: { id: "dong-nai" } }] } });
  expect(await seen(officer("associations", "vinh-phuc"))).toBeNull();
});
