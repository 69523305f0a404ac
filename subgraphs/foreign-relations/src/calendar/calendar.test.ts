import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { foreignRelations } from "../foreign-relations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(foreignRelations, { records: true, demo: 1 });
});
afterAll(() => division[Symbol.asyncDispose]());

interface Day {
  date: string;
  ordinal: number | null;
  importantDate: { id: string };
  country: { code: string } | null;
  plannedEvents: { id: string; startsOn: string }[];
}

const calendar = async (union: string, from: string, to: string) => {
  const { data, errors } = await division.run(
    `query ($union: ID!, $from: LocalDate!, $to: LocalDate!) {
      calendar(union: $union, from: $from, to: $to) { date ordinal importantDate { id } country { code } plannedEvents { id startsOn } } }`,
    { union, from, to },
  );
  return { days: data?.calendar as Day[], errors };
};

describe("the calendar", () => {
  it("has the dates of a period by day, numbered, with the union's events for each", async () => {
    const { days } = await calendar("vufo", "2023-09-11", "2023-09-21");
    expect(days).toEqual([
      { date: "2023-09-11", ordinal: 50, importantDate: { id: "gb:diplomatic-relations" }, country: { code: "GB" }, plannedEvents: [] },
      {
        date: "2023-09-21",
        ordinal: 50,
        importantDate: { id: "jp:diplomatic-relations" },
        country: { code: "JP" },
        plannedEvents: [{ id: "vufo:jp-50-years-2023", startsOn: "2023-09-21" }],
      },
    ]);
  });

  it("has no events of other unions, nor of other years", async () => {
    const events = async (union: string, year: number) => (await calendar(union, `${year}-09-21`, `${year}-09-21`)).days.flatMap(({ plannedEvents }) => plannedEvents);
    expect(await events("dong-nai", 2023)).toEqual([]);
    expect(await events("vufo", 2024)).toEqual([]);
  });

  it("takes a union that nobody knows for one without events and dates of its own", async () => {
    const { days, errors } = await calendar("nobody", "2023-09-11", "2023-09-21");
    expect(errors).toBeUndefined();
    expect(days.map(({ importantDate, plannedEvents }) => [importantDate.id, plannedEvents])).toEqual([["gb:diplomatic-relations", []], ["jp:diplomatic-relations", []]]);
    const { data } = await division.run('{ __type(name: "Query") { fields { name description } } }');
    expect(data.__type.fields.find(({ name }: { name: string }) => name === "calendar").description).toContain("unknown union");
  });

  it("numbers the banner's anniversaries as the banner does, and none whose first year nobody says", async () => {
    const { days } = await calendar("dong-nai", "2021-11-17", "2022-05-19");
    const ordinals = Object.fromEntries(days.map(({ importantDate, ordinal }) => [importantDate.id, ordinal]));
    expect(ordinals).toMatchObject({ "vufo:traditional-day": 71, "vn:reunification-day": 47, "vn:ho-chi-minh-birth": 132, "vn:labour-day": null });
  });

  it("has a union's own dates, and their events", async () => {
    const own = (days: Day[]) => days.filter(({ importantDate }) => importantDate.id.startsWith("demo:"));
    expect(own((await calendar("vufo", "2020-01-01", "2024-12-31")).days)).toEqual([]);
    const days = own((await calendar("demo", "2020-01-01", "2024-12-31")).days);
    expect(days).toHaveLength(50);
    const marked = days.filter(({ plannedEvents }) => plannedEvents.length > 0);
    expect(marked.length).toBeGreaterThan(0);
    for (const { date, plannedEvents } of marked) for (const { startsOn } of plannedEvents) expect(startsOn).toBe(date);
  });

  it.each([
    ["2023-01-02", "2023-01-01", "to"],
    ["2020-01-01", "2025-01-01", "to"],
    ["1899-12-31", "1900-01-31", "from"],
    ["2999-12-01", "3000-01-01", "to"],
  ])("refuses the period from %s to %s", async (from, to, argument) => {
    const { errors } = await calendar("vufo", from, to);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
  });

  it("takes five years, and no more statements for them than for a day", async () => {
    const statements = async (from: string, to: string) => (await division.statements(() => calendar("demo", from, to))).length;
    expect((await calendar("demo", "2020-01-01", "2024-12-31")).errors).toBeUndefined();
    expect(await statements("2020-01-01", "2024-12-31")).toBe(await statements("2021-02-15", "2021-02-15"));
  });
});
