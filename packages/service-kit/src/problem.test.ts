import { GraphQLError } from "graphql";
import { BadInput, isForeseen, maskError, Problem } from "./problem";

const formatted = (error: GraphQLError) => maskError(error.toJSON());

describe("an error that nobody foresaw", () => {
  it.each([
    new GraphQLError('relation "book" does not exist'),
    new GraphQLError("connect ECONNREFUSED 10.0.0.1:5432", { extensions: { code: "INTERNAL_SERVER_ERROR", stacktrace: ["at x"], service: "http://10.0.0.1" } }),
    new GraphQLError("downstream said no", { extensions: { code: "DOWNSTREAM_SERVICE_ERROR", response: { body: "secret" } } }),
  ])("leaves with a code and no word of its own: %s", error => {
    expect(formatted(error)).toEqual({ message: "Something went wrong here. Quote the request id when you report it.", extensions: { code: "INTERNAL_SERVER_ERROR" } });
    expect(isForeseen(error)).toBe(false);
  });

  it("keeps its request id and its place", () => {
    const error = new GraphQLError("secret", { path: ["a", 0], extensions: { requestId: "12345678", query: "select" } });
    expect(formatted(error)).toMatchObject({ path: ["a", 0], extensions: { requestId: "12345678" } });
    expect(formatted(error).extensions).not.toHaveProperty("query");
  });
});

describe("an error that was foreseen", () => {
  it("keeps its words, its code and what may stand beside it", () => {
    const problem = new BadInput("first", "first is 0", { fields: [{ argument: "first" }], stacktrace: ["at x"], code: "OTHER" });
    expect(formatted(problem)).toEqual({ message: "first is 0", extensions: { code: "BAD_USER_INPUT", argument: "first", fields: [{ argument: "first" }] } });
    expect(isForeseen(problem)).toBe(true);
  });

  it("keeps the beginning and the end of words that quote all that was sent", () => {
    const { message } = formatted(new BadInput("n", `n is ${"9".repeat(900_000)}, which is no number`));
    expect(message).toMatch(/^n is 9+ … 9+, which is no number$/);
    expect(message.length).toBeLessThan(2010);
  });

  it("has a code of the table also where Apollo has one of its own", () =>
    expect(formatted(new GraphQLError("no query", { extensions: { code: "BAD_REQUEST" } })).extensions).toEqual({ code: "BAD_USER_INPUT" }));

  it("is one only by a code of the table, not by the name of an object's property", () => {
    expect(isForeseen(new Problem("CONFLICT", "changed"))).toBe(true);
    expect(isForeseen(new GraphQLError("secret", { extensions: { code: "constructor" } }))).toBe(false);
    expect(formatted(new GraphQLError("secret", { extensions: { code: "constructor" } })).message).not.toContain("secret");
  });
});
