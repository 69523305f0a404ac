import { testSupergraph } from "./system";
import { firstAnswer, firstQuery } from "./readme";

describe("the README", () => {
  it("gives the first query with its real answer", async () => {
    await using graph = await testSupergraph({ records: true });
    const { data, errors } = await graph.run(firstQuery());
    expect(errors).toBeUndefined();
    expect({ data }).toEqual(firstAnswer());
  }, 60_000);
});
