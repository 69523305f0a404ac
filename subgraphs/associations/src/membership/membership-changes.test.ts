import { setTimeout as wait } from "node:timers/promises";
import { loadDemo, openDatabase } from "@huu-nghi/subgraph-kit";
import { changesOf, testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
});
afterAll(() => division[Symbol.asyncDispose]());

const { officer, viewer, leader } = viewers;
const change = changesOf(() => division, viewers.officer("associations", "vinh-phuc"));
const ofVinhPhuc = officer("associations", "vinh-phuc");
const ofDongNai = officer("associations", "dong-nai");
const bad = (argument: string) => ({ changed: null, refused: [["BAD_USER_INPUT", argument]] });

const person = async (over: object = {}, membership: object = {}, who = ofVinhPhuc) => {
  const input = { fullName: "Người Mẫu Hoa", membership: { association: "vinh-phuc:gb", since: "2016", ...membership }, ...over };
  const { changed, refused } = await change("createPerson", input, "id version fullName phone memberships { totalCount nodes { id version } }", who);
  expect(refused).toEqual([]);
  return changed as { id: string; phone: string | null; memberships: { totalCount: number; nodes: [{ id: string; version: number }] } };
};
const seen = async (id: string, who = ofVinhPhuc) => (await division.run("query ($id: ID!) { person(id: $id) { id version } }", { id }, who)).data.person as { version: number } | null;
const join = (input: object, who = ofVinhPhuc) => change("createMembership", { association: "vinh-phuc:gb", since: "2016", ...input }, "id version since", who);

describe("a new person", () => {
  it("has a first membership, by which the officers of the union find the person, and nobody else does", async () => {
    const { id, memberships } = await person();
    expect(memberships.totalCount).toBe(1);
    expect(await seen(id)).toEqual({ id, version: 1 });
    expect(await seen(id, ofDongNai)).toBeNull();
  });

  it("gets no half: without the membership there is no person either", async () => {
    const count = async () => (await division.run("{ people { totalCount } }", {}, ofVinhPhuc)).data.people.totalCount as number;
    const before = await count();
    expect(await change("createPerson", { fullName: "Người Mẫu", membership: { association: "vinh-phuc:gb", since: "2010" } })).toMatchObject(bad("membership.since"));
    expect(await count()).toBe(before);
  });

  it("is answered with masks, and no refusal and no history shows what was given", async () => {
    const phone = "+84 000 987 654";
    const { id, phone: shown } = await person({ details: { phone } });
    expect(shown).toBe("+84 *** *** 654");
    const { text } = await change("changePerson", { id, version: 1, details: { phone, email: "not-an-address-of-hoa" } });
    expect(text).not.toMatch(/000 ?987|not-an-address/);
    const { data } = await division.run("query ($id: ID!) { person(id: $id) { history { nodes { changes { field before after } } } } }", { id }, ofVinhPhuc);
    expect(data.person.history.nodes[0].changes).toContainEqual({ field: "phone", before: null, after: "+84 *** *** 654" });
    expect(JSON.stringify(data)).not.toMatch(/000 ?987/);
  });
});

describe("a person whom the roles do not reach", () => {
  const rename = (id: string, who: typeof ofVinhPhuc) => change("changePerson", { id, version: 1, fullName: "Người Khác" }, "id", who);

  it("is to a change as one who does not exist", async () => {
    const { id } = await person();
    const answers = [await rename(id, ofDongNai), await rename("nobody", ofDongNai)].map(({ text }) => text.replaceAll(/"requestId":"[^"]*"/g, "").replaceAll(id, "nobody"));
    expect(answers[0]).toBe(answers[1]);
  });

  it("cannot be made one's own by a membership", async () => {
    const { id } = await person();
    expect(await join({ association: "dong-nai:la", person: id }, ofDongNai)).toMatchObject(bad("person"));
    expect(await seen(id, ofDongNai)).toBeNull();
    expect((await join({ association: "dong-nai:la", person: id }, officer("associations", "dong-nai", "vinh-phuc"))).refused).toEqual([]);
    expect(await rename(id, ofDongNai)).toMatchObject({ changed: { id }, refused: [] });
  });

  it("is changed by nobody who may only read there", async () => {
    const { id, memberships } = await person();
    const mixed = { id: "mixed", grants: [...leader("vinh-phuc").grants, ...ofDongNai.grants] };
    expect(await rename(id, mixed)).toMatchObject({ changed: null, refused: [["FORBIDDEN", undefined]] });
    expect(await change("changeMembership", { ...memberships.nodes[0], branch: null }, "id", mixed)).toMatchObject({ refused: [["FORBIDDEN", undefined]] });
  });
});

describe("a membership", () => {
  it("is one at a time for a person in an association, and a later one may follow", async () => {
    const { id, memberships } = await person();
    const [first] = memberships.nodes;
    expect(await join({ person: id, since: "2018" })).toMatchObject(bad("since"));
    await change("endMembership", { ...first, on: "2018-05", reason: "Moved away" });
    expect(await join({ person: id, since: "2018-04" })).toMatchObject(bad("since"));
    expect(await join({ person: id, since: "2018" })).toMatchObject({ refused: [] });
    expect(await change("correctMembership", { id: first.id, version: 2, until: null, reason: "A test" })).toMatchObject(bad("until"));
  });

  it("waits for another one of the same person that is being written down, and is refused after it", async () => {
    const { id } = await person({}, { association: "vinh-phuc:la" });
    const { writer, close } = await openDatabase(associations, division.urls);
    let answer: ReturnType<typeof join> | undefined;
    await writer.transaction(async tx => {
      await tx.query("select from person where id = $1 for no key update", [id]);
      await Promise.race([(answer = join({ person: id })), wait(300)]);
      await tx.query("insert into membership (id, association_id, person_id, since) values ('faster', 'vinh-phuc:gb', $1, '2016')", [id]);
    });
    expect(await answer).toMatchObject(bad("since"));
    await close();
  });

  it("that ended once is ended; its person stays known to the union", async () => {
    const { id, memberships } = await person();
    const [first] = memberships.nodes;
    expect((await change("endMembership", { ...first, on: "2020", reason: "Left" }, "until version")).changed).toEqual({ until: "2020", version: 2 });
    expect(await change("endMembership", { id: first.id, version: 2, on: "2021", reason: "Left" })).toMatchObject({ changed: null, refused: [["CONFLICT", undefined]] });
    expect(await seen(id)).toMatchObject({ version: 1 });
  });

  it("shows its history, which tells whose it is, to officers and not to viewers", async () => {
    const { id, memberships } = await person();
    const history = (who: typeof ofVinhPhuc) =>
      division.run("query ($of: [_Any!]!) { _entities(representations: $of) { ... on Membership { history { nodes { changes { field after } } } } } }", { of: [{ __typename: "Membership", id: memberships.nodes[0].id }] }, who);
    expect((await history(ofVinhPhuc)).data._entities[0].history.nodes[0].changes).toContainEqual({ field: "personId", after: id });
    expect(await history(viewer("vinh-phuc"))).toMatchObject({ data: { _entities: [{ history: null }] }, errors: [{ extensions: { code: "FORBIDDEN" } }] });
  });
});

it("people and memberships added to a made-up union go when it is made anew", async () => {
  const ofDemo = officer("associations", "demo");
  const { id } = await person({}, { association: "demo:la" }, ofDemo);
  expect(id).toMatch(/^demo:/);
  await join({ association: "demo:kh", person: id, since: "2020" }, ofDemo);
  await loadDemo(associations, division.urls, 1, () => undefined);
  expect(await seen(id, ofDemo)).toBeNull();
}, 60_000);
