import type { Viewer } from "@huu-nghi/identity";
import { defineDivision, masks } from "@huu-nghi/subgraph-kit";
import { testSubgraph, type TestSubgraph } from "../subgraph";
import { withClient } from "../test-server";
import { viewers } from "../viewers";
import { readers } from "./library-readers.fixture";

const lending = defineDivision({ name: "lending", folder: __dirname, domains: [readers] });

let test: TestSubgraph;
beforeAll(async () => {
  test = await testSubgraph(lending);
  await withClient(test.urls.writer, client =>
    client.query(`insert into reader (id, full_name, phone, email, faith, union_id) values
      ('lan', 'Lan of Hue', '+84 000 456 123', 'lan@hue.example', 'a faith', 'hue'), ('minh', 'Minh of Vinh', '0000 456 789', null, null, 'vinh')`),
  );
});
beforeEach(() => withClient(test.urls.owner, client => client.query("delete from access_log")));
afterAll(() => test[Symbol.asyncDispose]());

const { visitor, officer, leader, admin } = viewers;
const ofHue = officer("lending", "hue");
const open = (purpose: string, who: Viewer) => test.run("query ($why: String) { reader(id: \"lan\") { phone(purpose: $why) email(purpose: $why) } }", { why: purpose }, who);
const logged = async (who: Viewer = admin(), args = "") =>
  test.run(`{ lendingAccessLog${args} { totalCount nodes { openedAt viewer roles purpose requestId recordType recordId fields } } }`, {}, who);

describe("a sensitive field", () => {
  it("is masked without a purpose, for everybody who may see the record, and nothing is written down", async () => {
    for (const who of [ofHue, leader(), admin()]) {
      expect((await test.run('{ reader(id: "lan") { phone email } }', {}, who)).data).toEqual({ reader: { phone: "+84 *** *** 123", email: "l***@***.example" } });
    }
    expect((await logged()).data.lendingAccessLog.totalCount).toBe(0);
  });

  it("is opened with a purpose, and then written down: who, what for, which fields, in which request", async () => {
    const { data } = await open("  To invite to the congress ", ofHue);
    expect(data).toEqual({ reader: { phone: "+84 000 456 123", email: "lan@hue.example" } });
    const log = (await logged()).data.lendingAccessLog;
    expect(log).toEqual({
      totalCount: 1,
      nodes: [
        {
          openedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), viewer: "a-officer", roles: ["officer"], purpose: "To invite to the congress",
          requestId: expect.stringMatching(/^[\w-]{36}$/), recordType: "Reader", recordId: "lan", fields: ["phone", "email"],
        },
      ],
    });
  });

  it("that is empty is null, and whoever opened it to see that is written down", async () => {
    expect((await test.run('{ reader(id: "minh") { phone email(purpose: "To write to him") } }', {}, leader())).data).toEqual({ reader: { phone: "*** *** 789", email: null } });
    expect((await logged()).data.lendingAccessLog).toMatchObject({ totalCount: 1, nodes: [{ recordId: "minh", fields: ["email"] }] });
  });

  it("that only some people have looks the same for all of them", async () => {
    expect((await test.run("{ readers { nodes { faith } } }", {}, leader())).data).toEqual({ readers: { nodes: [{ faith: "***" }, { faith: "***" }] } });
    const opened = async (id: string) => (await test.run("query ($id: ID!) { reader(id: $id) { faith(purpose: \"To plan the feast days\") } }", { id }, leader())).data.reader.faith as string | null;
    expect([await opened("lan"), await opened("minh")]).toEqual(["a faith", null]);
    expect((await logged()).data.lendingAccessLog.totalCount).toBe(2);
  });

  it.each(["", "    ", "why", "x".repeat(201), "\u200b".repeat(9), "\u0301\u0301\u0301\u0301\u0301", "to call\nher", "\u202eto call her", "\ud800 to call her", ".........."])("stays closed for the purpose %j, which says nothing or too much", async purpose => {
    const { data, errors } = await open(purpose, ofHue);
    expect(data).toEqual({ reader: { phone: null, email: null } });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "purpose" } }, { extensions: { code: "BAD_USER_INPUT" } }]);
    expect((await logged()).data.lendingAccessLog.totalCount).toBe(0);
  });

  it("stays closed when the opening cannot be written down", async () => {
    await withClient(test.urls.owner, client => client.query("alter table access_log rename to mislaid"));
    const { data, errors } = await open("To invite to the congress", ofHue);
    await withClient(test.urls.owner, client => client.query("alter table mislaid rename to access_log"));
    expect(data).toEqual({ reader: { phone: null, email: null } });
    expect(errors).toMatchObject([{ extensions: { code: "INTERNAL_SERVER_ERROR" } }, { extensions: { code: "INTERNAL_SERVER_ERROR" } }]);
  });

  it("opens for a whole list in one statement", async () => {
    const query = '{ readers { nodes { phone(purpose: "To call all of them") } } }';
    const statements = await test.statements(() => test.run(query, {}, leader()));
    expect(statements.filter(text => /insert into access_log/.test(text))).toHaveLength(1);
    expect((await logged()).data.lendingAccessLog.totalCount).toBe(2);
  });
});

describe("the log of openings", () => {
  beforeEach(async () => {
    await open("To invite to the congress", ofHue);
    await test.run('{ reader(id: "minh") { phone(purpose: "To ask for a book") } }', {}, leader());
  });

  it("is for administrators, each of their own unions", async () => {
    const seen = async (who: Viewer) => ((await logged(who)).data.lendingAccessLog?.nodes as { recordId: string }[] | undefined)?.map(({ recordId }) => recordId);
    expect(await seen(admin())).toEqual(["minh", "lan"]);
    expect(await seen(admin("hue"))).toEqual(["lan"]);
    expect((await logged(leader())).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    expect((await logged(visitor)).errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
    expect((await logged(admin("hue"), '(union: "vinh")')).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });

  it("is found by union, record, viewer and day, page by page", async () => {
    const count = async (args: string) => (await logged(admin(), args)).data.lendingAccessLog.totalCount as number;
    expect(await count('(union: "vinh")')).toBe(1);
    expect(await count('(record: "lan")')).toBe(1);
    expect(await count('(viewer: "a-leader")')).toBe(1);
    expect(await count('(viewer: "somebody")')).toBe(0);
    expect(await count('(from: "2999-01-01")')).toBe(0);
    expect(await count('(from: "2020-01-01", to: "2999-01-01")')).toBe(2);
    const { pageInfo } = (await test.run("{ lendingAccessLog(first: 1) { pageInfo { hasNextPage endCursor } } }", {}, admin())).data.lendingAccessLog;
    expect(pageInfo.hasNextPage).toBe(true);
    expect((await test.run("query ($c: String) { lendingAccessLog(after: $c) { nodes { recordId } } }", { c: pageInfo.endCursor }, admin())).data.lendingAccessLog.nodes).toEqual([{ recordId: "lan" }]);
  });

  it("can be changed by none of the process's roles", async () => {
    for (const url of [test.urls.writer, test.urls.reader]) {
      for (const statement of ["update access_log set purpose = 'x'", "delete from access_log", "truncate access_log"]) {
        await expect(withClient(url, client => client.query(statement))).rejects.toThrow(/permission denied|read-only/);
      }
    }
  });
});

describe("a mask", () => {
  it.each([
    ["phone", "+84 912 345 123", "+84 *** *** 123"], ["phone", "+84912345123", "+84 *** *** 123"], ["phone", "0912345123", "*** *** 123"], ["phone", "113", "***"],
    ["phone", "+856 20 5555 123", "+856 *** *** 123"], ["phone", "+8562055551234", "*** *** 234"], ["email", "lan@hue.example", "l***@***.example"], ["email", "nonsense", "***"],
    ["number", "001 234 567 890", "*** *** 890"], ["number", "12345", "***"], ["date", "1980-02-03", "****-**-**"], ["all", "anything", "***"],
  ] as const)("%s of %s is %s", (kind, value, masked) => expect(masks[kind](value)).toBe(masked));
});
