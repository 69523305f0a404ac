import { testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { foreignRelations } from "../foreign-relations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(foreignRelations, { records: true });
}, 60_000);
afterAll(() => division[Symbol.asyncDispose]());

const officer = (...unions: string[]) => viewers.officer("foreign-relations", ...unions);
const here = officer("vinh-phuc");
const fields = "id version title { vi } startsOn endsOn headcount headcountQualifier calledOffOn countries { code } organisers { role union { id } association { id } partner { id } } implements { id }";
let keys = 0;
const send = (mutation: string, input: object, who = here) =>
  division.run(`mutation ($in: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $in) { event { ${fields} } } }`, { in: { idempotencyKey: `k${(keys += 1)}`, ...input } }, who);
const made = async (mutation: string, input: object, who = here) => {
  const { data, errors } = await send(mutation, input, who);
  expect(errors).toBeUndefined();
  return data[mutation].event as { id: string; version: number; startsOn: string };
};
const host = { role: "HOST", union: "vinh-phuc" };
const plan = { title: { vi: "Hội thảo" }, kind: "CONFERENCE", startsOn: "2027-05-10", organisers: [host] };
const eventsIn = async (year: number) => {
  const { data } = await division.run(
    "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Report { foreignRelations { figures { code value } } } } }",
    { of: [{ __typename: "Report", id: Buffer.from(JSON.stringify(["vinh-phuc", `${year}-01-01`, `${year}-12-31`])).toString("base64url") }] },
  );
  const figures = data._entities[0].foreignRelations.figures as { code: string; value: string | null }[];
  return figures.find(({ code }) => code === "foreignRelations.events")?.value ?? null;
};

describe("an event that is written down", () => {
  it("has its organisers in their order, its countries, its documents and what it says", async () => {
    const { data } = await division.run("{ events(country: \"JP\") { nodes { occasion { id } implements { id } } } }");
    expect(data.events).not.toBeNull();
    const event = await made("createEvent", {
      ...plan,
      endsOn: "2027-05-12",
      headcount: 120,
      countries: ["JP", "LA"],
      organisers: [{ role: "HOST", association: "vinh-phuc:jp" }, { role: "CO_ORGANISER", union: "dong-nai" }, { role: "ADVISER", partner: "ministry-of-foreign-affairs" }],
      occasion: "jp:diplomatic-relations",
    });
    expect(event).toMatchObject({
      version: 1,
      endsOn: "2027-05-12",
      headcountQualifier: "EXACT",
      countries: [{ code: "JP" }, { code: "LA" }],
      organisers: [
        { role: "HOST", union: null, association: { id: "vinh-phuc:jp" } },
        { role: "CO_ORGANISER", union: { id: "dong-nai" }, association: null },
        { role: "ADVISER", partner: { id: "ministry-of-foreign-affairs" } },
      ],
    });
    for (const union of ["vinh-phuc", "dong-nai"]) {
      const { data: found } = await division.run("query ($union: ID!) { events(union: $union, first: 100) { nodes { id } } }", { union });
      expect(found.events.nodes).toContainEqual({ id: event.id });
    }
  });

  it("of two unions may be changed by officers of each, and not by those of a third", async () => {
    const { id } = await made("createEvent", { ...plan, organisers: [host, { role: "CO_ORGANISER", association: "dong-nai:la" }] });
    expect((await made("changeEvent", { id, version: 1, startsOn: "2027-05-11" }, officer("dong-nai"))).version).toBe(2);
    expect(await send("changeEvent", { id, version: 2, startsOn: "2027-05-12" }, officer("hue"))).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
  });

  it("is of a union that its author reaches, before a change and after it", async () => {
    const elsewhere = [{ role: "HOST", union: "dong-nai" }];
    expect(await send("createEvent", { ...plan, organisers: elsewhere })).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
    const { id } = await made("createEvent", plan);
    expect(await send("correctEvent", { id, version: 1, organisers: elsewhere, reason: "Theirs" })).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
    expect((await made("correctEvent", { id, version: 1, organisers: elsewhere, reason: "Theirs" }, officer("vinh-phuc", "dong-nai"))).version).toBe(2);
    expect(await send("changeEvent", { id, version: 2, startsOn: "2027" })).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
  });

  it("without a union that organises it is for those whose roles are for every union", async () => {
    const ofPartner = { ...plan, organisers: [{ role: "HOST", partner: "ministry-of-foreign-affairs" }] };
    expect(await send("createEvent", ofPartner)).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
    await made("createEvent", ofPartner, officer("*"));
  });
});

describe("a change of an event", () => {
  it("leaves what is not given, and takes away what is null", async () => {
    const { id } = await made("createEvent", { ...plan, endsOn: "2027-05-12", headcount: 120, headcountQualifier: "ABOUT", countries: ["LA"] });
    expect(await made("changeEvent", { id, version: 1, endsOn: null })).toMatchObject({ version: 2, startsOn: "2027-05-10", endsOn: null, headcount: 120, headcountQualifier: "ABOUT", countries: [{ code: "LA" }] });
    expect(await made("changeEvent", { id, version: 2, headcount: null, countries: [] })).toMatchObject({ version: 3, headcount: null, headcountQualifier: null, countries: [] });
    expect(await send("changeEvent", { id, version: 3, headcountQualifier: "ABOUT" })).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "headcountQualifier" } }] });
    expect(await send("changeEvent", { id, version: 3 })).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "input" } }] });
  });

  it("of its parts alone is a version, and in history tells only which of them changed", async () => {
    const { id } = await made("createEvent", { ...plan, organisers: [host, { role: "SPONSOR", partner: "ministry-of-foreign-affairs" }], countries: ["LA", "KH"] });
    const correction = { id, version: 1, organisers: [host, { role: "ADVISER", partner: "ministry-of-foreign-affairs" }], countries: ["KH", "TH"], reason: "Misread" };
    expect(await made("correctEvent", correction)).toMatchObject({ version: 2, countries: [{ code: "KH" }, { code: "TH" }], organisers: [{ role: "HOST" }, { role: "ADVISER" }] });
    const { data } = await division.run("query ($id: ID!) { event(id: $id) { history { nodes { action reason operation changes { field before after } } } } }", { id }, here);
    const entries = data.event.history.nodes.filter(({ action }: { action: string }) => action === "correctEvent");
    expect(entries.every(({ reason }: { reason: string }) => reason === "Misread")).toBe(true);
    const changes = entries.flatMap((entry: { changes: object[] }) => entry.changes);
    expect(changes).toContainEqual({ field: "organisers.role", before: "SPONSOR", after: "ADVISER" });
    expect(changes).toContainEqual({ field: "countries.countryCode", before: "LA", after: null });
    expect(changes).toContainEqual({ field: "countries.countryCode", before: null, after: "TH" });
    expect(JSON.stringify(changes)).not.toMatch(/"KH"|"HOST"/);
  });

  it("made on a version with other parts is told which of them are others by now", async () => {
    const { id } = await made("createEvent", { ...plan, organisers: [host], countries: ["LA"] });
    await made("changeEvent", { id, version: 1, organisers: [host, { role: "SPONSOR", partner: "ministry-of-foreign-affairs" }] });
    await made("changeEvent", { id, version: 2, countries: [] });
    const stale = (version: number) => send("changeEvent", { id, version, startsOn: "2027-05-20" });
    expect(await stale(1)).toMatchObject({ errors: [{ extensions: { code: "CONFLICT", current: 3, fields: ["startsOn", "countries", "organisers"] } }] });
    expect(await stale(2)).toMatchObject({ errors: [{ extensions: { code: "CONFLICT", current: 3, fields: ["startsOn", "countries"] } }] });
  });

  it("is seen by those of its unions alone, and the event as it was on a day", async () => {
    const { id } = await made("createEvent", plan);
    const ask = (who = here) => division.run("query ($id: ID!) { event(id: $id) { history { totalCount } asOf(day: \"2999-01-01\") { startsOn } before: asOf(day: \"2020-01-01\") { id } } }", { id }, who);
    expect((await ask()).data.event).toEqual({ history: { totalCount: 2 }, asOf: { startsOn: "2027-05-10" }, before: null });
    for (const who of [viewers.visitor, officer("dong-nai")]) expect((await ask(who)).data.event).toEqual({ history: null, asOf: null, before: null });
  });
});

describe("an event that was called off", () => {
  const planned = { ...plan, startsOn: "2031-05-10" };

  it("counts in no figure, and again when that was a mistake", async () => {
    expect(await eventsIn(2031)).toBeNull();
    const { id } = await made("createEvent", planned);
    expect(await eventsIn(2031)).toBe("1");
    expect(await made("endEvent", { id, version: 1, on: "2026-01-15", reason: "A storm" })).toMatchObject({ version: 2, calledOffOn: "2026-01-15" });
    expect(await eventsIn(2031)).toBeNull();
    expect(await made("correctEvent", { id, version: 2, calledOffOn: null, reason: "Another event was meant" })).toMatchObject({ version: 3, calledOffOn: null });
    expect(await eventsIn(2031)).toBe("1");
  });

  it("marks no important date", async () => {
    const marked = async () => {
      const { data } = await division.run('{ calendar(union: "vinh-phuc", from: "2032-09-01", to: "2032-09-30") { importantDate { id } plannedEvents { id } } }');
      return data.calendar.find((each: { importantDate: { id: string } }) => each.importantDate.id === "jp:diplomatic-relations").plannedEvents.length;
    };
    const { id } = await made("createEvent", { ...plan, startsOn: "2032-09-21", occasion: "jp:diplomatic-relations" });
    expect(await marked()).toBe(1);
    await made("endEvent", { id, version: 1, on: "2026", reason: "No money" });
    expect(await marked()).toBe(0);
  });

  it("is called off once, and not changed any more; sent again, both answer alike", async () => {
    const { id } = await made("createEvent", planned);
    const end = { id, version: 1, on: "2026-01-15", reason: "A storm", idempotencyKey: "called-off-once" };
    const first = await send("endEvent", end);
    expect(await send("endEvent", end)).toEqual(first);
    expect(await send("endEvent", { id, version: 2, on: "2026-01-16", reason: "A storm" })).toMatchObject({ errors: [{ message: expect.stringContaining("2026-01-15 already"), extensions: { code: "CONFLICT", current: 2 } }] });
    expect(await send("changeEvent", { id, version: 2, startsOn: "2031-06" })).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "id" } }] });
  });

  it("was not over by then: what was held is not called off", async () => {
    const { id } = await made("createEvent", { ...plan, startsOn: "2025-05-10" });
    expect(await send("endEvent", { id, version: 1, on: "2025-05-11", reason: "Rain" })).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "on" } }] });
    expect((await made("endEvent", { id, version: 1, on: "2025-05", reason: "Rain" })).version).toBe(2);
  });
});

describe("a change that is asked for again", () => {
  it("is answered with what the event's links were then, whatever they are by now", async () => {
    const input = { idempotencyKey: "again", ...plan, countries: ["JP", "LA"], organisers: [host, { role: "CO_ORGANISER", union: "dong-nai" }] };
    const first = await send("createEvent", input);
    const { id, version } = first.data.createEvent.event as { id: string; version: number };
    const change = { idempotencyKey: "changed", id, version, title: { vi: "Hội nghị" }, countries: ["FR"], organisers: [{ ...host, role: "ADVISER" }] };
    const second = await send("changeEvent", change);
    await made("changeEvent", { id, version: version + 1, countries: [] });
    expect(await send("createEvent", input)).toEqual(first);
    expect(await send("changeEvent", change)).toEqual(second);
    expect(first.data.createEvent.event.countries).toEqual([{ code: "JP" }, { code: "LA" }]);
    const { data } = await division.run("query ($id: ID!) { event(id: $id) { countries { code } } }", { id });
    expect(data.event.countries).toEqual([]);
  });
});
