import { OperatorFault } from "./config";
import { faultText } from "./process";

it("of a fault that is the operator's to mend is its message", () => expect(faultText(new OperatorFault("Port 4000 is in use."))).toBe("Port 4000 is in use."));

it("of another one is its stack, with what caused it", () => {
  const text = faultText(new Error("no type for Book.author", { cause: new TypeError("no class") }));
  expect(text).toMatch(/^Error: no type for Book\.author\n {4}at .*\n(.*\n)*Caused by: TypeError: no class\n {4}at /);
});

it.each([
  ["a statement with its values", Object.assign(new Error("duplicate: Lan Secret"), { query: "insert into member values ($1)", parameters: ["Lan Secret"], driverError: { severity: "ERROR", code: "23505", table: "member", detail: "Lan Secret" } })],
  ["a database's error", Object.assign(new Error('invalid input for integer: "Lan Secret"'), { severity: "ERROR", code: "22P02" })],
  ["what a parser read", new SyntaxError('"{Lan Secret" is not valid JSON')],
])("of an error that quotes data is where it arose: %s", (_what, error) => {
  for (const thrown of [error, new Error(`cannot load: ${error.message}`, { cause: error })]) {
    const text = faultText(thrown);
    expect(text).not.toMatch(/Lan|insert/);
    expect(text).toMatch(/\n {4}at .*process\.test\.ts/);
  }
  expect(faultText(error)).toMatch(/^(Error \{"sqlState":"(23505","table":"member|22P02)"\}|SyntaxError \{\})\n/);
});

it("has no login of a database's URL, nor what was thrown and is no error", () => {
  expect(faultText(new Error("no way to postgres://lan:hunter2@db/associations"))).toMatch(/^Error: no way to postgres:\/\/\[login\]@db/);
  expect(faultText("hunter2")).toBe("The process ended with a thrown string.");
});
