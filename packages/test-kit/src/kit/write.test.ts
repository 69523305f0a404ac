import type { Viewer } from "@huu-nghi/identity";
import { defineDivision } from "@huu-nghi/subgraph-kit";
import { testSubgraph, type TestSubgraph } from "../subgraph";
import { loggedAbout } from "../test-log";
import { withClient } from "../test-server";
import { viewers } from "../viewers";
import { loans } from "./library-loans.fixture";

const lending = defineDivision({ name: "loans", folder: __dirname, domains: [loans] });

let test: TestSubgraph;
let keys = 0;
beforeAll(async () => {
  test = await testSubgraph(lending);
});
afterAll(() => test[Symbol.asyncDispose]());

const { visitor, viewer, officer, leader, admin } = viewers;
const ofHue = officer("loans", "hue");
const key = () => `key-${(keys += 1)}`;
const fields = "loan { id version borrower dueOn }";
const create = (over: object = {}, who: Viewer = ofHue) =>
  test.run(`mutation ($in: CreateLoanInput!) { createLoan(input: $in) { ${fields} } }`, { in: { idempotencyKey: key(), id: `l${keys}`, union: "hue", borrower: `Lan ${keys}`, books: ["a", "b"], ...over } }, who);
const change = (over: object, who: Viewer = ofHue) => test.run(`mutation ($in: ChangeLoanInput!) { changeLoan(input: $in) { ${fields} } }`, { in: { idempotencyKey: key(), version: 1, ...over } }, who);
const made = async (over: object = {}) => (await create(over)).data.createLoan.loan as { id: string; version: number; borrower: string };
const asOwner = <Row extends object>(sql: string, values: unknown[] = []) => withClient(test.urls.owner, async client => (await client.query<Row>(sql, values)).rows);
const count = async (table: string) => Number((await asOwner<{ n: string }>(`select count(*) as n from ${table}`))[0]!.n);
const refused = (code: string) => ({ errors: [{ extensions: { code } }] });

describe("a change", () => {
  it("answers with the changed thing and its version", async () => {
    const { id, version } = await made();
    expect(version).toBe(1);
    expect((await change({ id, dueOn: "2026-12-01" })).data).toEqual({ changeLoan: { loan: { id, version: 2, borrower: expect.any(String), dueOn: "2026-12-01" } } });
  });

  it.each([["a visitor", visitor, "UNAUTHENTICATED"], ["a viewer", viewer("hue"), "FORBIDDEN"], ["an officer elsewhere", officer("other", "hue"), "FORBIDDEN"], ["an officer of another union", officer("loans", "vinh"), "FORBIDDEN"], ["a leader", leader(), "FORBIDDEN"]] as const)(
    "is refused to %s before anything is sent to the database",
    async (_who, who, code) => {
      const { id } = await made();
      const statements = await test.statements(async () => expect(await create({}, who)).toMatchObject(refused(code)));
      expect(statements).toEqual([]);
      const before = await count("history");
      expect(await change({ id, borrower: "Minh" }, who)).toMatchObject(refused(code));
      expect(await count("history")).toBe(before);
    },
  );

  it("is open to an administrator of the union", async () => expect((await create({}, admin("hue"))).errors).toBeUndefined());

  it("with bad input says what is wrong and opens no transaction", async () => {
    const statements = await test.statements(async () => expect(await create({ borrower: "x".repeat(41), books: [] })).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT", fields: [{ argument: "borrower" }] } }] }));
    expect(statements).toEqual([]);
    expect(await create({ books: [] })).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "books" } }] });
    for (const bad of ["", "x".repeat(256)]) expect(await create({ idempotencyKey: bad })).toMatchObject(refused("BAD_USER_INPUT"));
  });

  it("that the database refuses leaves nothing behind, and tells no value", async () => {
    const { borrower } = await made();
    const before = [await count("loan"), await count("history"), await count("idempotency_key")];
    const { errors } = await create({ borrower });
    expect(errors).toMatchObject([{ message: "Another loan has the same borrower already. Change or correct that one, or send a different borrower.", extensions: { code: "CONFLICT", fields: ["borrower"] } }]);
    expect(JSON.stringify(errors)).not.toContain(borrower);
    // It is the client's to mend, so that nobody is called: below the level of an error.
    const logged = loggedAbout(String(errors![0]!.extensions["requestId"]));
    expect(logged).toContainEqual(expect.objectContaining({ level: 40, sqlState: "23505", constraint: "loan_borrower_key" }));
    expect(logged.filter(({ level }) => Number(level) > 40)).toEqual([]);
    expect(JSON.stringify(logged)).not.toContain(borrower);
    expect(await create({ books: ["same", "same"] })).toMatchObject({ errors: [{ message: expect.stringContaining("loan item has the same loan and book"), extensions: { code: "CONFLICT", fields: ["loan", "book"] } }] });
    expect([await count("loan"), await count("history"), await count("idempotency_key")]).toEqual(before);
  });

  it("that changes nothing is refused, and leaves the version as it is", async () => {
    const { id, borrower } = await made();
    expect(await change({ id, borrower })).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "input" } }] });
    expect((await test.run("query ($id: ID!) { loan(id: $id) { version } }", { id })).data.loan.version).toBe(1);
  });

  it("keeps letters composed, however they were sent", async () => expect((await made({ borrower: "Ha\u0309i" })).borrower).toBe("Hải"));
});

describe("an idempotency key", () => {
  it("sent again with the same input answers alike and changes nothing, in whatever order the input says it", async () => {
    const input = { idempotencyKey: key(), id: `l${keys}`, union: "hue", borrower: "Twice", books: ["a"] };
    const first = await create(input);
    const [rows, entries] = [await count("loan"), await count("history")];
    expect(await create(input)).toEqual(first);
    expect(await create(Object.fromEntries(Object.entries(input).reverse()))).toEqual(first);
    expect([await count("loan"), await count("history")]).toEqual([rows, entries]);
  });

  it("still gives the first answer when the record was changed since", async () => {
    const input = { idempotencyKey: key(), id: `l${keys}`, union: "hue", borrower: "Before", books: ["a"] };
    const first = await create(input);
    await change({ id: input.id, borrower: "After" });
    expect(await create(input)).toEqual(first);
  });

  it("used for another input, or another change, is a conflict", async () => {
    const idempotencyKey = key();
    const { id } = await made({ idempotencyKey });
    expect(await create({ idempotencyKey, id, borrower: "Other" })).toMatchObject(refused("IDEMPOTENCY_CONFLICT"));
    expect(await change({ idempotencyKey, id })).toMatchObject(refused("IDEMPOTENCY_CONFLICT"));
  });

  it("belongs to the one who uses it", async () => {
    const idempotencyKey = key();
    await made({ idempotencyKey });
    expect((await create({ idempotencyKey, id: `l${keys}-admin` }, admin())).errors).toBeUndefined();
  });

  it("sent eight times at once changes once, with one answer", async () => {
    const input = { idempotencyKey: key(), id: `l${keys}`, union: "hue", borrower: "Eight", books: ["a"] };
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(input)));
    expect(new Set(answers.map(answer => JSON.stringify(answer.data))).size).toBe(1);
    expect(await asOwner("select 1 from loan where borrower = 'Eight'")).toHaveLength(1);
  });

  it("of a change that was refused can be used again", async () => {
    const idempotencyKey = key();
    const { borrower } = await made();
    expect(await create({ idempotencyKey, borrower })).toMatchObject(refused("CONFLICT"));
    expect((await create({ idempotencyKey })).errors).toBeUndefined();
  });
});

describe("a version", () => {
  it("that is stale is a conflict, with the current one and what differs", async () => {
    const { id } = await made();
    await change({ id, borrower: "Faster" });
    expect(await change({ id, borrower: "Slower", dueOn: null })).toMatchObject({ data: { changeLoan: null }, errors: [{ extensions: { code: "CONFLICT", current: 2, fields: ["borrower"] } }] });
  });

  it("has one winner among fifty at once, and fifty winners when each tries again", async () => {
    const { id } = await made();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => change({ id, borrower: `Reader ${at}` })));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    // On a busy machine some wait too long for a connection.
    expect(["CONFLICT", "OVERLOADED"]).toEqual(expect.arrayContaining(answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code))));
    const persist = async (borrower: string): Promise<void> => {
      const { version } = (await test.run("query ($id: ID!) { loan(id: $id) { version } }", { id })).data.loan as { version: number };
      if ((await change({ id, version, borrower })).errors) return persist(borrower);
    };
    await Promise.all(Array.from({ length: 12 }, (_, at) => persist(`Again ${at}`)));
    expect((await test.run("query ($id: ID!) { loan(id: $id) { version } }", { id })).data.loan.version).toBe(14);
  });

  it("of nothing says that there is nothing", async () => expect(await change({ id: "nowhere" })).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "id" } }] }));

  it("grows with a direct change, too", async () => {
    const { id } = await made();
    await asOwner("update loan set due_on = '2027-01-01' where id = $1", [id]);
    expect(await change({ id, borrower: "Late" })).toMatchObject(refused("CONFLICT"));
  });
});

describe("history", () => {
  const history = (id: string, who: Viewer = ofHue) => test.run("query ($id: ID!) { loan(id: $id) { history { totalCount nodes { action actor operation requestId changes { field before after } } } } }", { id }, who);

  it("tells who changed what, from what to what, newest first, with the record's parts", async () => {
    const { id, borrower } = await made({ phone: "+84 000 456 123" });
    await change({ id, borrower: "Minh of Vinh" });
    const { nodes, totalCount } = (await history(id)).data.loan.history;
    expect(totalCount).toBe(4);
    expect(nodes[0]).toEqual({ action: "changeLoan", actor: "a-officer", operation: "UPDATE", requestId: expect.any(String), changes: [{ field: "borrower", before: borrower, after: "Minh of Vinh" }] });
    expect(nodes[3].changes).toContainEqual({ field: "phone", before: null, after: "+84 *** *** 123" });
    expect(nodes[1].changes).toContainEqual({ field: "LoanItem.book", before: null, after: "b" });
  });

  it("holds a change past the application, with the login that made it", async () => {
    const { id } = await made();
    await asOwner("update loan set due_on = '2027-01-01' where id = $1", [id]);
    await asOwner("delete from loan_item where loan_id = $1 and book = 'b'", [id]);
    const { nodes } = (await history(id)).data.loan.history;
    expect(nodes.slice(0, 2)).toMatchObject([{ action: "SQL", actor: "loans_owner", operation: "DELETE", requestId: null }, { action: "SQL", operation: "UPDATE", changes: [{ field: "dueOn", after: "2027-01-01" }] }]);
    await expect(asOwner("truncate loan cascade")).rejects.toThrow("truncate");
  });

  it("is for those who have a role in its union", async () => {
    const { id } = await made();
    expect((await history(id, viewer("hue"))).errors).toBeUndefined();
    expect(await history(id, viewer("vinh"))).toMatchObject({ data: { loan: { history: null } }, ...refused("FORBIDDEN") });
    expect(await history(id, visitor)).toMatchObject(refused("UNAUTHENTICATED"));
  });

  it("gives the record as it was on a day", async () => {
    const { id } = await made({ borrower: "As it was" });
    await asOwner("update loan set deposit = 1000000000000000.05 where id = $1", [id]);
    const asOf = async (day: string) => (await test.run("query ($id: ID!, $day: LocalDate!) { loan(id: $id) { asOf(day: $day) { borrower version dueOn } } }", { id, day }, ofHue)).data.loan.asOf;
    expect(await asOf("2020-01-01")).toBeNull();
    expect(await asOf("2999-01-01")).toEqual({ borrower: "As it was", version: 2, dueOn: null });
  });

  it("can be written, changed or removed by none of the process's roles", async () => {
    for (const url of [test.urls.writer, test.urls.reader]) {
      for (const statement of ["update history set actor = 'x'", "delete from history", "truncate history", "insert into history select * from history", "update history_head set number = 0", "alter table loan disable trigger all", "drop trigger loan_history on loan"]) {
        await expect(withClient(url, client => client.query(statement))).rejects.toThrow(/permission denied|must be owner|read-only/);
      }
    }
  });
});
