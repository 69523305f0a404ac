import { testSupergraph } from "@huu-nghi/test-kit";
import { divisions } from "./divisions";
import { firstAnswer, firstQuery } from "./readme";

describe("the README", () => {
  it("gives the first query with its real answer", async () => {
    await using graph = await testSupergraph(divisions, { records: true });
    const { data, errors } = await graph.run(firstQuery());
    expect(errors).toBeUndefined();
    expect({ data }).toEqual(firstAnswer());
  }, 60_000);
});
