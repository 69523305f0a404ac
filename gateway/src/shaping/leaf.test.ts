import { GraphQLScalarType } from "graphql";
import { leafCheck } from "./leaf";

const nested = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);

it("A scalar with a name of its own may be anything that can be written down", () => {
  const isValid = leafCheck(new GraphQLScalarType({ name: "Json" }));
  expect([1, "a", { a: [1] }, nested(400)].map(isValid)).toEqual([true, true, true, true]);
  expect(isValid(nested(100_000))).toBe(false);
});
