import type { SubgraphAnswer } from "../subgraph/subgraph-request";
import { EntityRequests } from "./entity-requests";

const error = (slot: number, message: string) => ({ message, path: ["_entities", slot, "name"] });

/** A division that answers with the entity's own text, and keeps what it was asked. */
const division = (remembers = true, more: (asked: readonly string[]) => Partial<SubgraphAnswer> = () => ({})) => {
  const asked: string[][] = [];
  const requests = new EntityRequests(representations => {
    const all = [...representations];
    asked.push(all);
    return Promise.resolve({ data: { _entities: all.map(text => ({ text, parts: [] as string[] })) }, ...more(all) });
  }, remembers);
  const texts = async (...representations: string[]) => (await requests.ask(representations, false)).entities.map(entity => entity?.["text"] ?? null);
  return { asked, requests, texts };
};

describe("entities that steps of one run ask for in the same words", () => {
  it("go in one request when they are wanted at once, each once", async () => {
    const { asked, texts } = division();
    expect(await Promise.all([texts("a", "b"), texts("b", "c")])).toEqual([["a", "b"], ["b", "c"]]);
    expect(asked).toEqual([["a", "b", "c"]]);
  });

  it("are asked for once in a query, whenever they are wanted", async () => {
    const { asked, texts } = division();
    await texts("a", "b");
    expect([await texts("b"), await texts("c", "a")]).toEqual([["b"], ["c", "a"]]);
    expect(asked).toEqual([["a", "b"], ["c"]]);
  });

  it("are asked for again where data may have changed", async () => {
    const { asked, texts } = division(false);
    await texts("a");
    expect(await texts("a")).toEqual(["a"]);
    expect(asked).toEqual([["a"], ["a"]]);
  });

  it("are each step's own where it alters them", async () => {
    const { requests } = division();
    const [first] = (await requests.ask(["a"], false)).entities;
    (first!["parts"] as string[]).push("mine");
    const [second] = (await requests.ask(["a"], false)).entities;
    const [third, fourth] = [await requests.ask(["a"], true), await requests.ask(["a"], true)];
    expect(second).toEqual({ text: "a", parts: [] });
    expect(third.entities[0]).toBe(fourth.entities[0]);
  });

  it("have their errors where each step has the entity, and are asked for again", async () => {
    const { asked, requests } = division(true, all => ({ errors: all.flatMap((text, slot) => (text === "b" ? [error(slot, "no b")] : [])) }));
    const [one, other] = await Promise.all([requests.ask(["a", "b"], true), requests.ask(["b", "c"], true)]);
    expect([one.errors, other.errors]).toEqual([[error(1, "no b")], [error(0, "no b")]]);
    await requests.ask(["b"], true);
    expect(asked).toEqual([["a", "b", "c"], ["b"]]);
  });

  it("that are there stay, when a request for the others fails; the next step asks for those again", async () => {
    let isDown = false;
    const fault = new Error("down");
    const requests = new EntityRequests(
      representations => (isDown ? Promise.reject(fault) : Promise.resolve({ data: { _entities: [...representations].map(text => ({ text })) } })),
      true,
    );
    await requests.ask(["a"], true);
    isDown = true;
    expect(await requests.ask(["a", "b"], true)).toEqual({ entities: [{ text: "a" }, null], errors: [], fault });
    isDown = false;
    expect((await requests.ask(["b"], true)).entities).toEqual([{ text: "b" }]);
  });
});

describe("entities that another step asked for in wider words", () => {
  const narrow = (entity: Record<string, unknown>) => ({ text: entity["text"] });

  it("are taken from there, as a copy of what is wanted; the others are asked for", async () => {
    const [wide, own] = [division(), division()];
    await wide.texts("a", "b");
    const { entities } = await own.requests.ask(["c", "b"], true, [{ requests: wide.requests, narrow }]);
    expect(entities).toEqual([{ text: "c", parts: [] }, { text: "b" }]);
    expect([wide.asked, own.asked]).toEqual([[["a", "b"]], [["c"]]]);
  });

  it("are waited for while they are under way", async () => {
    const [wide, own] = [division(), division()];
    const [, { entities }] = await Promise.all([wide.texts("a"), own.requests.ask(["a"], true, [{ requests: wide.requests, narrow }])]);
    expect([entities, own.asked]).toEqual([[{ text: "a" }], []]);
  });

  it("are asked for anew when that met an error, and have their own errors at their own places", async () => {
    const wide = division(true, () => ({ errors: [error(0, "no title")] }));
    const own = division(true, () => ({ errors: [error(1, "no name")] }));
    const [, { entities, errors }] = await Promise.all([wide.texts("b", "c"), own.requests.ask(["a", "b", "c"], true, [{ requests: wide.requests, narrow }])]);
    expect(entities.map(entity => entity?.["text"])).toEqual(["a", "b", "c"]);
    expect(errors).toEqual([error(2, "no name")]);
    expect(own.asked).toEqual([["a"], ["b", "c"]]);
  });

  it("are missing with the request for them, which is not made twice", async () => {
    const fault = new Error("down");
    const [wide, own] = [new EntityRequests(() => Promise.reject(fault), true), division()];
    const [, answer] = await Promise.all([wide.ask(["a"], true), own.requests.ask(["a"], true, [{ requests: wide, narrow }])]);
    expect([answer, own.asked]).toEqual([{ entities: [null], errors: [], fault }, []]);
  });
});
