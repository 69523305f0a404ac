import { createLog } from "./log";
import { libraryLog } from "./library-log";

const told = (level: "debug" | "info" | "warn" | "error", message: unknown): unknown => {
  const lines: string[] = [];
  libraryLog(createLog("gateway", "trace", { write: line => void lines.push(line) }))[level](message);
  return JSON.parse(lines[0]!);
};

it("takes a library's news for detail, and its faults for what they are", () => {
  expect(told("info", "Gateway loaded")).toMatchObject({ level: 20, msg: "Gateway loaded" });
  expect(told("warn", "Polling is dangerous")).toMatchObject({ level: 40, msg: "Polling is dangerous" });
});

it.each([
  ["Unexpected error processing request: QueryFailedError: column secret", "Unexpected error processing request"],
  ["A listener threw:\nsecret", "A listener threw"],
])("ends a library's text where another one's begins: %j", (text, msg) => expect(told("error", text)).toMatchObject({ level: 50, msg }));

it("tells an error without its words", () => {
  const line = told("error", new Error("secret"));
  expect(line).toMatchObject({ level: 50, err: { type: "Error" } });
  expect(JSON.stringify(line)).not.toContain("secret");
});
