import { testSubgraph, type TestSubgraph } from "../subgraph";
import { withClient } from "../test-server";
import { viewers } from "../viewers";
import { ledger } from "./ledger.fixture";

/** What comes back is what was sent, to the last digit and letter: by every way in which it comes back. */
let test: TestSubgraph;
let keys = 0;
beforeAll(async () => {
  test = await testSubgraph(ledger);
});
afterAll(() => test[Symbol.asyncDispose]());

const officer = viewers.officer("ledger", "hue");
const asOwner = <Row extends object>(sql: string, values: unknown[] = []) => withClient(test.urls.owner, async client => (await client.query<Row>(sql, values)).rows);
const fields = "id version title { vi en } amount { amount currency } dated receivedAt year signers settled note";
const inputOf = (over: object = {}) => {
  keys += 1;
  return {
    ...{ idempotencyKey: `key-${keys}`, id: `r${keys}`, title: { vi: `Biên lai ${keys}`, en: `Receipt ${keys}` }, amount: "1", currency: "VND" },
    ...{ dated: "2026-02-28", receivedAt: "2026-03-01T00:30:00.123+07:00", signers: ["Lan", "a \"quote\", a comma"], settled: false, ...over },
  };
};
const create = (input: object) => test.run(`mutation ($in: CreateReceiptInput!) { createReceipt(input: $in) { receipt { ${fields} } } }`, { in: input }, officer);
const made = async (over: object = {}) => {
  const { data, errors } = await create(inputOf(over));
  expect(errors).toBeUndefined();
  return data.createReceipt.receipt as { id: string; version: number; amount: { amount: string } };
};

// None of them is a double; the last has as many digits as anybody will ever need.
const amounts = ["1000000000000001", "999999999999999.99", "9007199254740993", "-1000000000000000.05", "0.1", "123456789012345678901234567890.123456789"];

describe.each(amounts)("the amount %s", amount => {
  it("is the same in the answer, in a second answer to the same key, read again, in the table and in history", async () => {
    const input = inputOf({ amount });
    const first = await create(input);
    const receipt = { ...{ id: input.id, version: 1, title: input.title, amount: { amount, currency: "VND" }, dated: "2026-02-28", receivedAt: "2026-02-28T17:30:00.123Z" }, ...{ year: "2026", signers: input.signers, settled: false, note: null } };
    expect(first.data).toEqual({ createReceipt: { receipt } });
    expect(await create(input)).toEqual(first);
    const read = await test.run(
      `query ($id: ID!) { receipt(id: $id) { ${fields} asOf(day: "2999-01-01") { ${fields} } history { nodes { changes { field before after } } } } }`,
      { id: input.id },
      officer,
    );
    const { asOf, history, ...now } = read.data.receipt;
    expect(now).toEqual(receipt);
    expect(asOf).toEqual(receipt);
    expect(history.nodes[0].changes).toContainEqual({ field: "amount", before: null, after: amount });
    expect(await asOwner("select amount::text as amount from receipt where id = $1", [input.id])).toEqual([{ amount }]);
  });

  it("is told before and after a change, and differs from its neighbour", async () => {
    const { id } = await made({ amount });
    const next = amount.replace(/\d$/, digit => String((Number(digit) % 9) + 1));
    const changed = await test.run("mutation ($in: ChangeReceiptInput!) { changeReceipt(input: $in) { receipt { version amount { amount } } } }", { in: { idempotencyKey: `key-${(keys += 1)}`, id, version: 1, amount: next } }, officer);
    expect(changed.data).toEqual({ changeReceipt: { receipt: { version: 2, amount: { amount: next } } } });
    const { nodes } = (await test.run("query ($id: ID!) { receipt(id: $id) { history(first: 1) { nodes { changes { field before after } } } } }", { id }, officer)).data.receipt.history;
    expect(nodes).toEqual([{ changes: [{ field: "amount", before: amount, after: next }] }]);
  });
});

it("an amount that is a number, and so may have been rounded on its way, is refused", async () => {
  for (const amount of [1000000000000001, 0.1]) expect(await create(inputOf({ amount }))).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
});

describe("pages", () => {
  const page = async (list: string, after: string | null) => {
    const { data, errors } = await test.run(`query ($after: String) { list: ${list}(first: 7, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`, { after });
    expect(errors).toBeUndefined();
    return data.list as { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  };
  const readAll = async (list: string) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { nodes, pageInfo }: Awaited<ReturnType<typeof page>> = await page(list, after);
      seen.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) return seen;
      after = pageInfo.endCursor;
    }
  };
  /** Writes receipts with titles and amounts all over the list until it is told to stop; as many writers as that. */
  const writing = (writers: number) => {
    let isOver = false;
    let written = 0;
    const write = async (writer: number): Promise<void> => {
      for (let at = 0; !isOver; at += 1) {
        const place = (at * 37 + writer * 11) % 100;
        await made({ id: `late-${writer}-${at}`, title: { vi: `Trang ${String(place).padStart(2, "0")}` }, amount: `1000000000000000.${String(place).padStart(2, "0")}` });
        written += 1;
      }
    };
    const all = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    return async () => {
      isOver = true;
      await all;
      return written;
    };
  };

  it.each(["receipts", "largest"])("of %s show every row that was there at the start once while three writers add before, between and behind", async list => {
    await asOwner("delete from receipt");
    // Neighbours differ in what a double would lose, and every fifth has its neighbour's title and amount.
    await asOwner(`insert into receipt (id, title_vi, amount, currency, dated, received_at, signers, settled)
      select 'old-' || n, 'Trang ' || lpad((n - n % 5)::text, 2, '0'), 1000000000000000 + (n - n % 5) * 0.01, 'VND', '2026-01-01', now(), '{}', true from generate_series(0, 99) n`);
    const stop = writing(3);
    let seen: string[] = [];
    try {
      for (let round = 0; round < 3; round += 1) {
        seen = await readAll(list);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter(id => id.startsWith("old-"))).toHaveLength(100);
      }
    } finally {
      await stop();
    }
    const written = await stop();
    expect(written).toBeGreaterThan(10);
    expect(seen.length).toBeGreaterThan(100); // the last round met what was added
    expect(new Set(await readAll(list)).size).toBe(100 + written);
  });
});

describe("a name", () => {
  const found = async (text: string) => (await test.run("query ($text: String) { receipts(first: 100, text: $text) { nodes { id } } }", { text })).data.receipts.nodes.map(({ id }: { id: string }) => id);
  const name = "Đặng Thị Đào ở Đắk Nông";
  const ways: [string, string][] = [
    ["as it is written", name], ["without accents", "dang thi dao o dak nong"], ["in capitals", "ĐẶNG THỊ ĐÀO"], ["with đ for d", "đang thi đao"], ["with d for Đ", "Dắk Nông"],
    ["decomposed", name.normalize("NFD")], ["decomposed and in capitals", "ĐẮK".normalize("NFD")], ["with half of its accents", "Đang Thi"], ["with blanks about it", "  thị   đào "],
  ];

  it.each([["composed", name], ["decomposed", name.normalize("NFD")]])("that was sent %s is kept composed, and answered alike to its key sent either way", async (_how, vi) => {
    const input = inputOf({ title: { vi } });
    const first = await create(input);
    expect(first.data.createReceipt.receipt.title.vi).toBe(name.normalize("NFC"));
    expect(await asOwner("select title_vi from receipt where id = $1", [input.id])).toEqual([{ title_vi: name.normalize("NFC") }]);
    expect(await create({ ...input, title: { vi: vi.normalize("NFC") } })).toEqual(first);
    expect(await create({ ...input, title: { vi: vi.normalize("NFD") } })).toEqual(first);
  });

  it.each(ways)("is found %s", async (_how, text) => {
    const { id } = await made({ title: { vi: name } });
    // Past the application, where nobody composes it.
    await asOwner(`insert into receipt (id, title_vi, amount, currency, dated, received_at, signers, settled) values ('raw-' || $1, $2, 1, 'VND', '2026-01-01', now(), '{}', true)`, [id, name.normalize("NFD")]);
    expect(await found(text)).toEqual(expect.arrayContaining([id, `raw-${id}`]));
  });

  it.each(["Đặng Thị Đảo X", "dang thi dai", "%", "_", "d_k"])("is not found by another: %s", async text => {
    await made({ title: { vi: name } });
    expect(await found(text)).toEqual([]);
  });
});
