import { createLog, type Log } from "./log";

const jwt = "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJsYW4ifQ.c2lnbmF0dXJl";

/** What a call writes. */
const written = (call: (log: Log) => void): string => {
  const lines: string[] = [];
  call(createLog("library", "trace", { write: line => void lines.push(line) }));
  expect(lines).toHaveLength(1);
  return lines[0]!;
};
const parsed = (call: (log: Log) => void): unknown => JSON.parse(written(call));

it("writes one JSON object a line, with the process, the time and what the caller adds", () => {
  expect(parsed(log => log.child({ requestId: "12345678" }).warn({ codes: ["FORBIDDEN"], count: 2n, on: new Date(0) }, "refused"))).toEqual({
    level: 40, time: expect.stringMatching(/^\d{4}-.*Z$/), process: "library", requestId: "12345678", codes: ["FORBIDDEN"], count: "2", on: "1970-01-01T00:00:00.000Z", msg: "refused",
  });
});

it("writes nothing below its level", () => {
  const lines: string[] = [];
  createLog("library", "warn", { write: line => void lines.push(line) }).info("no");
  expect(lines).toEqual([]);
});

describe("an error's own words stay out of the log", () => {
  const error = () => Object.assign(new Error("secret words"), { query: "select secret", parameters: ["secret"] });
  it.each<[string, (log: Log) => void]>([
    ["alone", log => log.error(error())],
    ["with a message", log => log.error(error(), "failed")],
    ["under its usual name", log => log.error({ err: error() })],
    ["under any name", log => log.error({ because: error() }, "failed")],
    ["deep within", log => log.error({ batch: { parts: [{ fault: error() }] } }, "failed")],
    ["put into the message", log => log.error("failed: %s %o", error(), error())],
    ["in what a child adds to each line", log => log.child({ err: error() }).error("failed")],
    ["thrown as a text", log => log.error({ err: "secret words" }, "failed")],
    ["as what caused another", log => log.error({ err: new Error("secret", { cause: error() }) }, "failed")],
  ])("%s", (_how, call) => {
    const line = written(call);
    expect(line).not.toContain("secret");
    expect(line).toMatch(/"type":"(Error|a thrown string)"|failed: /);
  });
});

it("tells an error under its usual name, with or without a message", () => {
  expect(parsed(log => log.error(new Error("x"), "failed"))).toMatchObject({ err: { type: "Error", at: expect.any(Array) }, msg: "failed" });
  expect(parsed(log => log.error(new TypeError("Invalid URL")))).toMatchObject({ err: { type: "TypeError" }, msg: "Invalid URL" });
});

it("names an object with a life of its own by its class only", () => {
  class Session {
    readonly user = "secret user";
  }
  expect(parsed(log => log.info({ session: new Session(), map: new Map([["secret", 1]]), body: Buffer.from("secret") }))).toMatchObject({
    session: "[Session]", map: "[Map]", body: "[Buffer]",
  });
});

it.each(["authorization", "cookie", "set-cookie", "password", "secret", "token", "x-huu-nghi-viewer", "x-huu-nghi-signature"])("censors what is named %s", name => {
  const hidden = { [name]: "hidden words" };
  const line = written(log => log.child(hidden).info({ ...hidden, request: { headers: { ...hidden, [name.toUpperCase()]: "hidden words" } }, all: [hidden] }));
  expect(line).not.toContain("hidden words");
  expect(line.match(/\[censored\]/g)).toHaveLength(5);
});

describe("whatever a text is", () => {
  it("a token in it is masked", () => {
    const line = written(log => log.child({ path: `/x/${jwt}` }).info({ given: `Bearer ${jwt}`, unsigned: `${jwt.split(".").slice(0, 2).join(".")}.` }, `for ${jwt}`));
    expect(line).not.toContain("eyJ");
    expect(JSON.parse(line)).toMatchObject({ path: "/x/[token]", given: "Bearer [token]", unsigned: "[token]", msg: "for [token]" });
  });

  it("a URL's login in it is masked", () =>
    expect(parsed(log => log.info({ url: "postgres://lan:p%40ss@127.0.0.1:5432/db?a=@" }))).toMatchObject({ url: "postgres://[login]@127.0.0.1:5432/db?a=@" }));

  it("all else stays", () =>
    expect(parsed(log => log.info({ url: "http://127.0.0.1:4000/graphql" }, "eyJ is how a token begins, a@b is none"))).toMatchObject({
      url: "http://127.0.0.1:4000/graphql", msg: "eyJ is how a token begins, a@b is none",
    }));
});
