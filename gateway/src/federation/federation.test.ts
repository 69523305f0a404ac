import { everyIdea } from "./every-idea.fixture";
import { proves } from "./executors.fixture";

for (const graph of everyIdea) proves(graph);

describe("the stock executor", () => {
  it("is known to answer wrongly here, and nowhere else", () => {
    const wrong = everyIdea.flatMap(({ idea, cases }) => cases.flatMap(({ promise, wrongInStock }) => (wrongInStock === undefined ? [] : [`${idea}: ${promise}`])));
    expect(wrong.sort()).toEqual([
      "aliases: the key's name given to another field",
      "aliases: the name of the record's type given to another field",
      "enums of several subgraphs: a value that clients may not see",
      "fields that nobody can resolve: an interface without any type, whose field is elsewhere",
      "fields that nobody can resolve: beside what can be resolved",
      "inaccessible: a record of a type that may not be seen too",
      "inaccessible: a value that may not be seen is null, as if it were not there, without an error",
      "interface objects: more added fields of one type, which stays known",
      "mutations: one that a fragment names again runs where it is named first",
      "mutations: what another subgraph adds is added before the next one runs",
      "requires with arguments: a requirement without arguments, beside the client's",
      "requires with arguments: all of it at once",
      "requires with arguments: and after it",
      "requires with arguments: one without arguments beside one with",
      "requires with arguments: the client asks for it in fragments",
      "requires with arguments: the client asks for it under other names",
      "requires with arguments: the client asks for it with a variable, whatever that holds",
      "requires with arguments: the client asks for the same field with other arguments, before it",
      "requires with arguments: the same, deep in an object, and under the client's names",
      "requires with arguments: two fields require one field with different arguments",
      "requires: a field that is skipped takes nothing else with it",
      "requires: lets the client ask for a needed object in another shape and under other names",
      "skip and include: an object of which everything is left out by the variable that keeps it",
      "unions: one name for one field with other arguments, of each member",
      "variables: one that a subgraph's request uses for itself keeps its value",
    ]);
  });
});
