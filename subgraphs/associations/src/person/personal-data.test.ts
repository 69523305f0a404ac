import { openDatabase, type Database } from "@huu-nghi/subgraph-kit";
import { testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

type Viewer = typeof viewers.visitor;
const { visitor, stranger, viewer, officer, leader, admin } = viewers;
const ofDongNai = officer("associations", "dong-nai");
const ofVinhPhuc = officer("associations", "vinh-phuc");

const known: Record<string, string> = {
  phone: "+84 000 123 456", email: "hoa@mau.example", address: "Địa chỉ mẫu 12", birthDate: "1977-03-09", identityNumber: "000 077 001 234",
  partyJoinedOn: "2001-05", religion: "Tôn giáo mẫu", ethnicity: "Dân tộc mẫu", health: "Ghi chú mẫu", bankAccount: "MAU 000 111 222",
};
const masked = {
  phone: "+84 *** *** 456", email: "h***@***.example", address: "***", birthDate: "****-**-**", identityNumber: "*** *** 234",
  partyJoinedOn: "****-**-**", religion: "***", ethnicity: "***", health: "***", bankAccount: "*** *** 222",
};
const fields = Object.keys(known);
const nothing = Object.fromEntries(fields.map(field => [field, null]));

let division: TestSubgraph;
let database: Database;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
  database = await openDatabase(associations, division.urls);
  const { phone, email, address, birthDate, identityNumber, partyJoinedOn, religion, ethnicity, health, bankAccount } = known;
  await database.writer.query(
    `insert into person (id, full_name, phone, email, address, birth_date, identity_number, party_joined_on, religion, ethnicity, health, bank_account)
     values ('hoa', 'Ánh Mẫu Hoa', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10), ('lan', 'Đông Mẫu Lan', null, null, null, null, null, null, null, null, null, null)`,
    [phone, email, address, birthDate, identityNumber, partyJoinedOn, religion, ethnicity, health, bankAccount],
  );
  await database.writer.query(`insert into membership (id, association_id, person_id, since) values
    ('hoa-la', 'dong-nai:la', 'hoa', '2017'), ('hoa-gb', 'vinh-phuc:gb', 'hoa', '2018'), ('lan-la', 'dong-nai:la', 'lan', '2015')`);
});
afterAll(async () => {
  await database.close();
  await division[Symbol.asyncDispose]();
});

const open = (purpose: string | null, who: Viewer, id = "hoa") =>
  division.run(`query ($id: ID!, $why: String) { person(id: $id) { ${fields.map(field => `${field}(purpose: $why)`).join(" ")} } }`, { id, why: purpose }, who);
const log = async (who: Viewer = admin()) => (await division.run("{ associationsAccessLog(first: 100) { nodes { viewer roles purpose requestId recordType recordId fields } } }", {}, who)).data.associationsAccessLog?.nodes;
/** What is written down while `work` runs, newest first. */
const logged = async (work: () => Promise<unknown>, who?: Viewer) => {
  const before = (await log(who)).length;
  await work();
  const after = await log(who);
  return after.slice(0, after.length - before);
};

describe("personal data", () => {
  it("are masked without a purpose for everybody who sees the person, and nothing is written down", async () => {
    const entries = await logged(async () => {
      for (const who of [ofDongNai, ofVinhPhuc, leader(), admin()]) expect((await open(null, who)).data).toEqual({ person: masked });
    });
    expect(entries).toEqual([]);
  });

  it("are opened with a purpose, and written down: who, what for, which fields of whom, in which request", async () => {
    const entries = await logged(async () => {
      const { data, errors } = await open("To invite to the congress", ofVinhPhuc);
      expect({ data, errors }).toEqual({ data: { person: known }, errors: undefined });
    });
    expect(entries).toEqual([
      { viewer: "a-officer", roles: ["officer"], purpose: "To invite to the congress", requestId: expect.stringMatching(/^[\w-]{36}$/), recordType: "Person", recordId: "hoa", fields },
    ]);
  });

  it("of somebody in two unions, once opened, are told to the administrators of both and to no others", async () => {
    const byVinhPhuc = () => open("To invite to the congress", ofVinhPhuc);
    for (const union of ["dong-nai", "vinh-phuc"]) expect(await logged(byVinhPhuc, admin(union))).toHaveLength(1);
    expect(await logged(byVinhPhuc, admin("vufo"))).toEqual([]);
    expect(await log(leader())).toBeUndefined();
  });

  it("that are not known are null once opened, which is written down too; before, nobody sees what only some people have", async () => {
    const entries = await logged(async () => expect((await open("To invite to the congress", ofDongNai, "lan")).data).toEqual({ person: nothing }));
    expect(entries).toMatchObject([{ recordId: "lan", fields }]);
    const { partyJoinedOn, religion, ethnicity, health } = masked;
    expect((await open(null, ofDongNai, "lan")).data.person).toMatchObject({ phone: null, email: null, partyJoinedOn, religion, ethnicity, health });
  });

  it.each(["", "why", "x".repeat(201)])("stay closed for the purpose %j", async purpose => {
    const entries = await logged(async () => {
      const { data, errors = [] } = await open(purpose, ofDongNai);
      expect(data).toEqual({ person: nothing });
      expect(errors.map(({ extensions: { code, argument } }) => [code, argument])).toEqual(fields.map(() => ["BAD_USER_INPUT", "purpose"]));
    });
    expect(entries).toEqual([]);
  });

  it.each([
    ["a visitor", visitor], ["a viewer of no union", stranger], ["a viewer of the union", viewer("vinh-phuc")], ["an officer of another union", officer("associations", "vufo")],
    ["an officer of another division", officer("ngo-aid", "vinh-phuc")],
  ])("stay closed to %s by every way, and nothing is written down", async (_who, who) => {
    const ofPerson = '{ fullName phone(purpose: "To try whether it opens") health }';
    const queries = [
      `{ person(id: "hoa") ${ofPerson} }`, `{ people { totalCount nodes ${ofPerson} } }`, `{ people(association: "vinh-phuc:gb") { totalCount nodes ${ofPerson} } }`,
      `{ friendshipAssociation(id: "vinh-phuc:gb") { memberships { nodes { person ${ofPerson} } } } }`,
      `query { _entities(representations: [{ __typename: "Person", id: "hoa" }, { __typename: "Membership", id: "hoa-gb" }]) { ... on Person ${ofPerson} ... on Membership { person ${ofPerson} } } }`,
    ];
    const entries = await logged(async () => {
      const answers = JSON.stringify(await Promise.all(queries.map(query => division.run(query, {}, who))));
      for (const part of ["Hoa", "123 456", "***", 'totalCount":1', 'totalCount":2']) expect(answers).not.toContain(part);
    });
    expect(entries).toEqual([]);
  });

  it("of all members of an association are opened together, each written down", async () => {
    const query = '{ friendshipAssociation(id: "dong-nai:la") { memberships { nodes { person { phone(purpose: "To call all of them") email(purpose: "To call all of them") } } } } }';
    let statements: string[] = [];
    const entries = await logged(async () => (statements = await division.statements(() => division.run(query, {}, ofDongNai))));
    expect(statements.filter(text => text.includes("insert into access_log"))).toHaveLength(1);
    expect(entries).toMatchObject(["lan", "hoa"].map(recordId => ({ recordId, fields: ["phone", "email"] })));
  });
});

describe("the table of people", () => {
  it.each([
    ["birth_date", "1980-02-30"], ["birth_date", "1980-02"], ["birth_date", "1980"], ["birth_date", "9/3/1977"], ["birth_date", ""], ["party_joined_on", "1980-13"], ["party_joined_on", "long ago"],
  ])("takes no %s %j", async (column, value) => {
    await expect(database.writer.query(`update person set ${column} = $1 where id = 'hoa'`, [value])).rejects.toThrow(/check constraint|out of range/);
  });

  it.each([["birth_date", "1980-02-29"], ["party_joined_on", "1980"], ["party_joined_on", "1980-12"], ["party_joined_on", "1980-12-22"], ["birth_date", null]])("takes the %s %j", async (column, value) => {
    await expect(database.writer.query(`update person set ${column} = $1 where id = 'lan'`, [value])).resolves.toBeDefined();
  });

  it("holds nobody of whom an article tells", async () => {
    expect(await database.reader.query("select id from person where id !~ '^demo:' and id not in ('hoa', 'lan')")).toEqual([]);
  });

  it("holds of made-up people what can be nobody's, and says so", async () => {
    const [odd] = await database.reader.query<[Record<string, number>]>(`
      select count(*)::int as people, count(distinct phone)::int as phones,
        count(*) filter (where phone !~ '^[+]84 000 [0-9]{3} [0-9]{3}$' or email !~ '^person-[0-9]{5}@demo[.]example$' or address !~ '^Địa chỉ mẫu [0-9]+ [(]Demo[)]$'
          or identity_number !~ '^000[0-9]{9}$' or birth_date is null)::int as odd,
        count(*) filter (where religion !~ 'mẫu' or ethnicity !~ 'mẫu' or health !~ 'mẫu' or bank_account !~ '^DEMO 000 ' or party_joined_on < birth_date)::int as unlabelled,
        count(religion)::int as religions, count(ethnicity)::int as ethnicities, count(health)::int as healths, count(bank_account)::int as accounts, count(party_joined_on)::int as party_members
      from person where id ~ '^demo:'`);
    // Of the last twenty, who are the first ones once more, eight have their telephone numbers.
    expect(odd).toEqual({ people: 10_000, phones: 10_000 - 8, odd: 0, unlabelled: 0, religions: 1429, ethnicities: 5000, healths: 500, accounts: 3334, party_members: 2000 });
  });
});
