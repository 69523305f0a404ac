import { BadInput } from "./problem";
import { ConfigFault, OperatorFault } from "./config";
import { describeError } from "./described-error";

const person = "Nguyễn Thị Bí Mật";
const phone = "+84 000 111 222";

/** As pg and TypeORM make them. */
const driverError = Object.assign(new Error(`duplicate key value: ${phone}`), {
  name: "error",
  severity: "ERROR",
  code: "23505",
  detail: `Key (phone)=(${phone}) already exists.`,
  where: `COPY member, line 1: "${person}"`,
  schema: "public",
  table: "member",
  column: undefined,
  constraint: "member_phone_key",
});
class QueryFailedError extends Error {
  readonly query = `insert into member (name, phone) values ($1, $2)`;
  readonly parameters = [person, phone];
  readonly driverError = driverError;
}

/** JavaScript's own error for this. */
const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const undefinedRow = undefined as unknown as { name: string };

describe("a database's error", () => {
  it("is told by its SQLSTATE, its constraint and its table, with places and no words", () => {
    const told = describeError(new QueryFailedError(driverError.message));
    expect(told).toEqual({ type: "QueryFailedError", sqlState: "23505", constraint: "member_phone_key", table: "member", at: expect.any(Array) });
    expect(told.at?.[0]).toMatch(/described-error\.test\.ts:\d+:\d+\)$/);
  });

  it("is told the same where it comes without TypeORM, or behind another one", () => {
    expect(describeError(driverError)).toMatchObject({ sqlState: "23505", table: "member" });
    const told = describeError(new Error(`cannot write ${person}`, { cause: new QueryFailedError("x") }));
    expect(told).toMatchObject({ type: "Error", cause: { type: "QueryFailedError", sqlState: "23505" } });
    expect(JSON.stringify(told)).not.toMatch(/Nguyễn|\+84|insert|already/);
  });

  it("has no name that is none", () => {
    const told = describeError(Object.assign(new Error("x"), { severity: "ERROR", code: "23505; --", constraint: `a ${person}`, table: phone }));
    expect(Object.keys(told)).toEqual(["type", "at"]);
  });
});

describe("the words of an error", () => {
  it.each([
    ["of an operator's fault", new OperatorFault("PORT is taken."), "PORT is taken."],
    ["of a configuration's", new ConfigFault(["HOST is empty"]), "The configuration cannot be used:\n  - HOST is empty"],
    ["of JavaScript's own, up to where data can stand", thrownBy(() => undefinedRow.name), "Cannot read properties of undefined"],
    ["of GraphQL's own", new Error("Cannot return null for non-nullable field Book.title."), "Cannot return null for non-nullable field Book.title."],
  ])("%s are told", (_whose, error, message) => expect(describeError(error).message).toBe(message));

  it.each([
    ["of an unknown error", new Error(`no such member: ${person}`)],
    ["of JSON.parse", thrownBy(() => JSON.parse(`{"phone": ${phone}}`))],
    ["that say in what a property was looked for", thrownBy(() => "name" in (person as unknown as object))],
    ["that say what is no function", thrownBy(() => [1].map(person as unknown as () => void))],
    ["of an address", thrownBy(() => new URL(`//${phone}`))],
    ["for a client", new BadInput("phone", `${phone} is no phone.`)],
    ["of a known error, and more", new Error(`Invalid time value ${phone}`)],
  ])("%s are not", (_whose, error) => {
    expect(describeError(error).type).toMatch(/Error$/);
    expect(JSON.stringify(describeError(error))).not.toMatch(/Nguyễn|84 000/);
  });

  it("do not pass for places, over however many lines they go", () => {
    const text = `x\n    at ${person} (/home:1:1)\n    at /home/${phone}:1:1`;
    const changed = new Error(`first\n    at ${person}`);
    Object.assign(changed, { stack: changed.stack, message: "changed" });
    for (const error of [new Error(text), changed]) expect(JSON.stringify(describeError(error))).not.toMatch(/Nguyễn|84 000/);
  });
});

it("tells an error of the system by its code and its call, without the address", () => {
  const error = Object.assign(new Error("connect ECONNREFUSED 10.0.0.1:5432"), { code: "ECONNREFUSED", syscall: "connect", address: "10.0.0.1", port: 5432 });
  expect(describeError(new TypeError("fetch failed", { cause: error }))).toMatchObject({
    type: "TypeError", message: "fetch failed", cause: { type: "Error", code: "ECONNREFUSED", syscall: "connect" },
  });
  expect(JSON.stringify(describeError(error))).not.toContain("10.0.0.1");
});

it("tells each of several errors, and whatever else was thrown by its kind", () => {
  expect(describeError(new AggregateError([new RangeError(phone)], phone))).toMatchObject({ type: "AggregateError", errors: [{ type: "RangeError" }] });
  expect(describeError(phone)).toEqual({ type: "a thrown string" });
});

it("comes to an end where errors cause each other", () => {
  const one = new Error("1");
  one.cause = new Error("2", { cause: one });
  expect(JSON.stringify(describeError(one)).match(/cause/g)).toHaveLength(4);
});
