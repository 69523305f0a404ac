import { judge, scanText } from "./log-scan";
import type { Planted } from "./planted";

const line = (fields: object) => JSON.stringify({ level: 30, process: "library", msg: "request", ...fields });
const leaksIn = (text: string, planted: Planted[] = []) => scanText("worker", text, planted).leaks;

describe("what no log may hold is found", () => {
  it.each([
    ["token", line({ given: "Bearer eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJsYW4ifQ.c2ln" })],
    ["token", line({ unsigned: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJsYW4ifQ." })],
    ["SQL", line({ sql: "select name\nfrom member" })],
    ["SQL", line({ sql: "SELECT 1 FROM a" })],
    ["SQL", line({ msg: "insert into member values (1)" })],
    ["SQL", line({ msg: "insert\n  into member" })],
    ["SQL", line({ msg: 'UPDATE "member" SET name = 1' })],
    ["SQL", line({ msg: "update member as m set name = 1" })],
    ["SQL", line({ msg: "delete from member" })],
    ["database URL with its login", "associations | cannot reach postgres://owner:pass@127.0.0.1:5432/associations"],
    ["database URL with its login", line({ url: "postgresql://:pass@db/associations" })],
    ["demo person", line({ who: "Demo Person 12" })],
    ["demo e-mail", line({ to: "person-12@demo.example" })],
    ["demo phone", line({ phone: "+84 000 123 456" })],
  ])("%s: %s", (kind, text) => expect(leaksIn(text).map(leak => leak.kind)).toEqual([kind]));

  it.each(["token", "key", "password", "name", "phone", "e-mail", "value"] as const)("what a test planted as %s", kind =>
    expect(leaksIn(line({ given: "a planted one" }), [{ kind, value: "planted" }])).toMatchObject([{ kind: `planted ${kind}` }]));

  it.each([
    ["as JSON writes it", line({ name: 'Lan "the first"' }), 'Lan "the first"'],
    ["as a URL has it", line({ path: `/graphql?name=${encodeURIComponent("Nguyễn Lan")}` }), "Nguyễn Lan"],
    ["in what is no JSON", "gateway | Nguyễn Lan", "Nguyễn Lan"],
  ])("also %s", (_how, text, value) => expect(leaksIn(text, [{ kind: "name", value }])).toHaveLength(1));
});

it("says who wrote it and where", () => {
  const text = [line({}), line({ process: "gateway", sql: "delete from member" }), "npm start: +84 000", ""].join("\n");
  expect(scanText("start-up", text, [])).toEqual({
    lines: 3,
    processes: ["gateway", "library", "start-up"],
    leaks: [
      { process: "gateway", kind: "SQL", place: "start-up:2", line: line({ process: "gateway", sql: "delete from member" }) },
      { process: "start-up", kind: "demo phone", place: "start-up:3", line: "npm start: +84 000" },
    ],
  });
});

it("finds nothing in a log as it should be", () => {
  const lines = [
    line({ operation: "UpdateSettings", errors: ["FORBIDDEN"], path: ["selected", 0, "from"] }),
    line({ err: { type: "QueryFailedError", sqlState: "23505", table: "member", at: ["Library.rows (/srv/dist/library.js:1:2)"] } }),
    "associations: 12 records added; postgres://127.0.0.1:5432/associations and http://a:b/c are no logins",
  ];
  expect(leaksIn(lines.join("\n"), [{ kind: "name", value: "Nguyễn Lan" }])).toEqual([]);
});

describe("a run", () => {
  const clean = { lines: 2, processes: ["gateway", "library"], leaks: [] };

  it("that logged nothing amiss says how much was read", () =>
    expect(judge(clean, ["gateway"])).toBe("Log: 2 lines of 2 processes read (gateway, library); no token, key, SQL or personal data among them."));

  it("fails by a leak, and is told which", () => {
    const leaks = leaksIn(line({ sql: "delete from member" }));
    expect(() => judge({ ...clean, leaks })).toThrow(/1 times:\n {2}SQL, in a line of library \(worker:1\):\n.*delete from member/);
  });

  it("fails when somebody was not heard, since nothing was looked for there", () =>
    expect(() => judge(clean, ["gateway", "ngo-aid"])).toThrow("Nothing was logged by ngo-aid"));
});
