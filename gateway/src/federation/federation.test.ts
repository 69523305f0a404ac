import { everyIdea } from "./every-idea.fixture";
import { proves } from "./executors.fixture";

for (const graph of everyIdea) proves(graph);

describe("the stock executor", () => {
  it("is known to answer wrongly here, and nowhere else", () => {
    const wrong = everyIdea.flatMap(({ idea, cases }) => cases.flatMap(({ promise, wrongInStock }) => (wrongInStock === undefined ? [] : [`${idea}: ${promise}`])));
    expect(wrong.sort()).toEqual([

    ]);
  });
});
