import type { TestSupergraph } from "@huu-nghi/test-kit";
import { operationText } from "./contract/expectation";
import { testSupergraph } from "./system";

let graph: TestSupergraph;
beforeAll(async () => {
  graph = await testSupergraph({ records: true, demo: 1 });
}, 120_000);
afterAll(() => graph[Symbol.asyncDispose]());

describe("one question to three divisions", () => {
  it("finds the event of an important date, with the names of its hosts", async () => {
    const { data, errors } = await graph.run(operationText("calendar"), { union: "vufo", from: "2023-09-01", to: "2023-09-30" });
    expect(errors).toBeUndefined();
    expect(data.calendar.find(({ date }: { date: string }) => date === "2023-09-21")).toMatchObject({
      ordinal: 50,
      importantDate: { id: "jp:diplomatic-relations" },
      country: { code: "JP", friendshipAssociations: { nodes: [{ id: "vufo:jp" }] } },
      plannedEvents: [
        {
          id: "vufo:jp-50-years-2023",
          organisers: expect.arrayContaining([{ role: "HOST", union: null, association: { id: "vufo:jp", name: { vi: "Hội hữu nghị Việt Nam-Nhật Bản", en: "Vietnam-Japan Friendship Association" } } }]),
        },
      ],
    });
  });

  it("shows everything with one country", async () => {
    const { data, errors } = await graph.run(operationText("country-profile"), { code: "KR", union: "demo", from: "2020-01-01", to: "2025-12-31" });
    expect(errors).toBeUndefined();
    const { friendshipAssociations, events, delegations, foreignNgos, aid } = data.country;
    expect(friendshipAssociations.nodes).toMatchObject([{ id: "demo:kr", membershipCount: expect.any(Number) }]);
    for (const { totalCount } of [events, delegations, foreignNgos]) expect(totalCount).toBeGreaterThan(0);
    expect(Number(aid.committed.amount)).toBeGreaterThan(0);
  });

  it("shows what a foreign NGO does, and took part in", async () => {
    const { data, errors } = await graph.run(operationText("ngo-page"), { id: "demo:ngo-01" });
    expect(errors).toBeUndefined();
    for (const list of ["projects", "events", "delegations"]) expect(data.foreignNgo[list].totalCount).toBeGreaterThan(0);
  });

  it("shows who pays for scholarships, and what each of them paid for", async () => {
    const { data, errors } = await graph.run(`{ scholarshipTotals(union: "demo", groupBy: SPONSOR) { rows(first: 100) { nodes { awards sponsor {
      partner { name { en } scholarships { totalCount } } foreignNgo { name { en } scholarships { totalCount } } association { name { en } } name } } } } }`);
    expect(errors).toBeUndefined();
    const rows = data.scholarshipTotals.rows.nodes as { awards: number; sponsor: Record<string, { name?: { en: string }; scholarships?: { totalCount: number } } | null> }[];
    for (const { awards, sponsor } of rows) for (const payer of [sponsor["partner"], sponsor["foreignNgo"]]) if (payer) expect(payer).toEqual({ name: { en: expect.stringContaining("Demo") }, scholarships: { totalCount: awards } });
    for (const kind of ["partner", "foreignNgo", "association", "name"]) expect(rows.some(({ sponsor }) => sponsor[kind] != null)).toBe(true);
  });

  it("answers null for what nobody knows, in each division", async () => {
    const { data, errors } = await graph.run(`{ union(id: "x") { id } country(code: "ZZ") { code } document(number: "1-XX") { id } event(id: "x") { id }
      foreignNgo(id: "x") { id } aidProject(id: "x") { id } friendshipAssociation(id: "x") { id } }`);
    expect(errors).toBeUndefined();
    expect(new Set(Object.values(data))).toEqual(new Set([null]));
  });
});

describe("what cannot be taken", () => {
  const lists = ["friendshipAssociations", "events", "delegations", "foreignNgos", "aidProjects"];

  it.each(lists)("%s refuses bounds that are none, and cursors that are none", async list => {
    const { data, errors } = await graph.run(`{ a: ${list}(first: 0) { totalCount } b: ${list}(first: -1) { totalCount } c: ${list}(after: "x") { totalCount } }`);
    expect(data).toEqual({ a: null, b: null, c: null });
    expect(errors).toHaveLength(3);
    for (const { extensions, path } of errors!) expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: path?.[0] === "c" ? "after" : "first" });
    const long = await graph.run(`{ ${list}(first: 101) { totalCount } }`);
    expect(long).toMatchObject({ status: 400, errors: [{ extensions: { code: "QUERY_TOO_COSTLY", argument: "first", limit: { allowed: 100, asked: 101 } } }] });
  });

  it("is refused before any division is asked when it is malformed", async () => {
    const sent = await graph.statements(async () => {
      const literal = await graph.run('{ country(code: "lao") { code } }');
      const variable = await graph.run(operationText("calendar"), { union: "vufo", from: "2023-02-30", to: "2023-12-31" });
      expect(literal).toMatchObject({ status: 400, errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "code" } }] });
      expect(variable).toMatchObject({ status: 400, errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "from" } }] });
    });
    expect(sent).toEqual([]);
  });

  it.each([
    ['query ($from: LocalDate = "2023-99-01") { events(from: $from) { totalCount } }', "BAD_USER_INPUT", "from"],
    ['{ events(from: ["2023-01-01"]) { totalCount } }', "BAD_USER_INPUT", "from"],
    ['{ union(id: "\\u0000") { id } }', "BAD_USER_INPUT", "id"],
    ["query A { unions { id } } query B { unions { id } }", "BAD_USER_INPUT", "operationName"],
    ["mutation { createEvent { id } }", "GRAPHQL_VALIDATION_FAILED", undefined],
    ["subscription { events { id } }", "GRAPHQL_VALIDATION_FAILED", undefined],
  ])("%s is the client's to mend, and not a fault of ours", async (query, code, argument) => {
    const { status, errors } = await graph.run(query);
    expect({ status, code: errors?.[0]?.extensions.code, argument: errors?.[0]?.extensions["argument"] }).toEqual({ status: 400, code, argument });
  });

  it("is named also in a variable, with text that no database holds", async () => {
    const { status, errors } = await graph.run("query ($id: ID!) { event(id: $id) { id } }", { id: "a\u0000b" });
    expect({ status, errors }).toMatchObject({ status: 400, errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "id" } }] });
  });
});

describe("the demo union", () => {
  it("is of the size of a real province", async () => {
    const { data, errors } = await graph.run(`{
      union(id: "demo") { name { en } friendshipAssociations { totalCount } annualReport(year: 2025) { associations {
        memberships: figure(code: "associations.memberships") { value } } } }
      largest: friendshipAssociation(id: "demo:la") { branches { totalCount } }
      delegations(union: "demo") { totalCount }
      aidProjects(union: "demo") { totalCount }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      union: { name: { en: expect.stringContaining("Demo") }, friendshipAssociations: { totalCount: 11 } },
      largest: { branches: { totalCount: 31 } },
      delegations: { totalCount: 160 },
      aidProjects: { totalCount: 220 },
    });
  });

  it("is in no list that does not ask for it", async () => {
    const { data } = await graph.run("{ unions { id } }");
    expect(data.unions.map(({ id }: { id: string }) => id)).not.toContain("demo");
  });
});

describe("a division that is gone", () => {
  it("costs its own part of the page and nothing else", async () => {
    await using other = await testSupergraph({ records: true });
    await other.divisions["ngo-aid"]!.stop();
    const { status, data, errors } = await other.run(operationText("union-year"), { union: "vinh-phuc", year: 2014 });
    expect(status).toBe(200);
    expect(data.union.annualReport).toMatchObject({ associations: { figures: expect.any(Array) }, foreignRelations: { figures: expect.any(Array) }, ngoAid: null });
    expect(errors).toMatchObject([{ extensions: { code: "SUBGRAPH_UNAVAILABLE", division: "ngo-aid", requestId: expect.any(String) } }]);
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONN|stack/);
  }, 60_000);
});
