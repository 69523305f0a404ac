import { setTimeout as wait } from "node:timers/promises";
import { loadDemo, openDatabase, today } from "@huu-nghi/subgraph-kit";
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
    // Who came back on the day of leaving would be a member twice on it.
    expect(await join({ person: id, since: "2018-05" })).toMatchObject(bad("since"));
    expect(await join({ person: id, since: "2018" })).toMatchObject({ refused: [] });
    expect(await change("correctMembership", { id: first.id, version: 2, until: null, reason: "A test" })).toMatchObject(bad("until"));
  });

  it("of an organisation begins before that was closed, which is not closed before one began", async () => {
    const organisation = (await change("createMemberOrganisation", { union: "vinh-phuc", name: { vi: "Công ty mẫu" }, kind: "BUSINESS" })).changed.id as string;
    const first = await change("createMembership", { association: "vinh-phuc:gb", organisation, since: "2019" });
    const close = (on: string) => change("endMemberOrganisation", { id: organisation, version: 1, on, reason: "A test" });
    expect(await close("2018")).toMatchObject(bad("on"));
    expect(await close("2019-03")).toMatchObject({ refused: [] });
    expect(await change("createMembership", { association: "vinh-phuc:de", organisation, since: "2020" })).toMatchObject(bad("since"));
    expect(await change("correctMembership", { id: first.changed.id, version: 1, since: "2019-04", reason: "A test" })).toMatchObject(bad("since"));
    expect(await change("correctMemberOrganisation", { id: organisation, version: 2, endedOn: "2018-12", reason: "A test" })).toMatchObject(bad("endedOn"));
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

describe("the branch and kind of a member", () => {
  const stays = "version branch { id } status stays { branch { id } status since until }";
  const stay = (branch: string | null, status: string, since: string, until: string | null) => ({ branch: branch && { id: branch }, status, since, until });
  const branch = async (since: string) => (await change("createBranch", { association: "vinh-phuc:bg", name: { vi: "Chi hội mẫu" }, hostKind: "OTHER", since })).changed.id as string;
  const changeIt = (id: string, version: number, input: object) => change("changeMembership", { id, version, ...input }, stays);
  let id: string, one: string, other: string;
  beforeAll(async () => {
    [one, other] = [await branch("2015"), await branch("2018")];
    [{ id }] = (await person({}, { association: "vinh-phuc:bg", branch: one, since: "2016-03" })).memberships.nodes;
  });
  const on = async (asOf: string) => {
    const { data } = await division.run(
      `query ($day: LocalDate!, $one: ID!, $other: ID!) { ${[["one", "one"], ["other", "other"]].map(([name, of]) => `${name}: branch(id: $${of}) { memberCounts(asOf: $day) { people } memberships(asOf: $day) { totalCount } }`).join(" ")}
        friendshipAssociation(id: "vinh-phuc:bg") { memberships(asOf: $day, branch: $one, status: ORDINARY) { totalCount } memberCounts(asOf: $day) { people honorary: groups(groupBy: STATUS) { nodes { status people } } groups(groupBy: BRANCH) { nodes { branch { id } people } } } }
        honorary: union(id: "vinh-phuc") { memberCounts(asOf: $day, status: HONORARY) { memberships } } people(branch: $one, asOf: $day) { totalCount } ever: people(branch: $one) { totalCount } }`,
      { day: asOf, one, other }, ofVinhPhuc,
    );
    const { memberships, memberCounts } = data.friendshipAssociation;
    expect(data.ever.totalCount).toBe(1);
    const places = [data.one, data.other].map(of => [of.memberCounts?.people ?? null, of.memberships.totalCount]);
    return { places, people: data.people.totalCount, ordinaryInOne: memberships.totalCount, groups: [memberCounts.people, memberCounts.honorary.nodes, memberCounts.groups.nodes], honorary: data.honorary.memberCounts?.memberships ?? null };
  };
  const groups = (status: string, of: string | null) => [1, [{ status, people: 1 }], [{ branch: of && { id: of }, people: 1 }]];

  it("change from a day on, in every count and list, and stay what they were before", async () => {
    expect((await changeIt(id, 1, { branch: other, changedOn: "2019-05-10" })).changed).toEqual({ version: 2, branch: { id: other }, status: "ORDINARY", stays: [stay(one, "ORDINARY", "2016-03", "2019-05-10"), stay(other, "ORDINARY", "2019-05-10", null)] });
    expect((await changeIt(id, 2, { branch: null, status: "HONORARY", changedOn: "2021-03-01" })).changed.stays).toHaveLength(3);
    expect((await changeIt(id, 3, { status: "ASSOCIATE" })).changed.stays).toHaveLength(4);
    expect(await on("2019-05-09")).toEqual({ places: [[1, 1], [null, 0]], people: 1, ordinaryInOne: 1, groups: groups("ORDINARY", one), honorary: null });
    expect(await on("2019-05-10")).toEqual({ places: [[0, 0], [1, 1]], people: 0, ordinaryInOne: 0, groups: groups("ORDINARY", other), honorary: null });
    expect(await on("2021-03-01")).toEqual({ places: [[0, 0], [0, 0]], people: 0, ordinaryInOne: 0, groups: groups("HONORARY", null), honorary: 1 });
    expect(await on(today())).toMatchObject({ groups: groups("ASSOCIATE", null), honorary: 0 });
    // Of two changes on one day the last one holds.
    expect((await changeIt(id, 4, { status: "ORDINARY" })).changed.stays).toHaveLength(4);
    expect((await on(today())).groups).toEqual(groups("ORDINARY", null));
  });

  it.each([["before it began", "2016-02"], ["before its last change", "2019"], ["on a day to come", "2999"], ["in a time that is not over", today().slice(0, 4)]])("do not change %s", async (_when, changedOn) =>
    expect(await changeIt(id, 5, { status: "ASSOCIATE", changedOn })).toMatchObject(bad("changedOn")));

  it("do not change after it ended, nor in a branch that did not stand, and the day is not given alone", async () => {
    const [ended] = (await person({}, { association: "vinh-phuc:bg", branch: one, since: "2016" })).memberships.nodes;
    expect(await changeIt(ended.id, 1, { changedOn: "2020" })).toMatchObject(bad("input"));
    expect(await changeIt(ended.id, 1, { branch: other, changedOn: "2017-12-31" })).toMatchObject(bad("branch"));
    await change("endMembership", { id: ended.id, version: 1, on: "2020-05", reason: "Left" });
    expect(await changeIt(ended.id, 2, { branch: other })).toMatchObject(bad("changedOn"));
    expect((await changeIt(ended.id, 2, { branch: other, changedOn: "2020-05" })).refused).toEqual([]);
    await change("correctMembership", { id: ended.id, version: 3, branch: null, since: "2016", until: "2016", earlierStays: [], reason: "A test" });
  });

  it("changed within its life: it neither ends before its last change nor begins after one", async () => {
    const { id: moved } = (await person({}, { association: "vinh-phuc:bg", branch: one, since: "2016" })).memberships.nodes[0];
    await changeIt(moved, 1, { branch: other, changedOn: "2019-04" });
    const correct = (version: number, input: object) => change("correctMembership", { id: moved, version, reason: "A test", ...input }, `${stays} until`);
    expect(await change("endMembership", { id: moved, version: 2, on: "2018", reason: "Left" })).toMatchObject(bad("on"));
    for (const wrong of [{ until: "2019-03" }, { since: "2020" }]) expect(await correct(2, wrong)).toMatchObject(bad(Object.keys(wrong)[0]!));
    expect(await correct(2, { earlierStays: [{ status: "ORDINARY", until: "2015" }] })).toMatchObject(bad("earlierStays"));
    // In the same year nobody knows which was first.
    expect((await change("endMembership", { id: moved, version: 2, on: "2019", reason: "Left" }, "until")).changed).toEqual({ until: "2019" });
    expect((await correct(3, { until: "2018", branch: one, earlierStays: [] })).changed).toMatchObject({ until: "2018", stays: [stay(one, "ORDINARY", "2016", null)] });
    await correct(4, { until: "2016", branch: null });
  });

  it("are put right for the whole past, or for what was before", async () => {
    const correct = (version: number, input: object) => change("correctMembership", { id, version, reason: "A test", ...input }, stays);
    const earlier = [{ branch: other, status: "ASSOCIATE", until: "2019" }];
    for (const wrong of [[...earlier, ...earlier], [{ ...earlier[0], branch: "nowhere" }], [{ ...earlier[0], until: "2999" }], earlier]) expect(await correct(5, { earlierStays: wrong })).toMatchObject(bad("earlierStays"));
    expect((await correct(5, { branch: one, earlierStays: [{ status: "ASSOCIATE", until: "2019" }] })).changed.stays).toEqual([stay(null, "ASSOCIATE", "2016-03", "2019"), stay(one, "ORDINARY", "2019", null)]);
    expect(await on("2019-12-30")).toMatchObject({ places: [[null, 0], [null, 0]], groups: groups("ASSOCIATE", null) });
    expect((await correct(6, { earlierStays: [], status: "HONORARY" })).changed.stays).toEqual([stay(one, "HONORARY", "2016-03", null)]);
    expect(await on("2017-01-01")).toMatchObject({ places: [[1, 1], [null, 0]], honorary: 1 });
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
