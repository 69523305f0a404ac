import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { foreignRelations } from "../foreign-relations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(foreignRelations, { records: true, demo: 1 });
});
afterAll(() => division[Symbol.asyncDispose]());

interface Figure {
  code: string;
  value: string | null;
  readings: object[];
  records: { totalCount: number; nodes: { id: string; value: string }[] } | null;
}

const report = async (union: string, from: string, to: string) => {
  const id = Buffer.from(JSON.stringify([union, from, to])).toString("base64url");
  const { data } = await division.run(
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Report { foreignRelations { figures {
      code value unit basis discrepancy readings { basis value unit qualifier complete asPrinted source { title } } records { totalCount nodes { kind id value date label { en } } } } } } } }`,
    { keys: [{ __typename: "Report", id }] },
  );
  const figures: Figure[] = data._entities[0].foreignRelations.figures;
  return Object.fromEntries(figures.map(figure => [figure.code.replace("foreignRelations.", ""), figure]));
};

describe("the report of Vinh Phuc in 2014", () => {
  it("has the totals that the article prints, beside the records of what it names", async () => {
    const { delegationsInbound, peopleInbound } = await report("vinh-phuc", "2014-01-01", "2014-12-31");
    expect(delegationsInbound).toMatchObject({ value: "90", basis: "REPORTED", discrepancy: "-88" });
    expect(delegationsInbound!.readings).toMatchObject([
      { basis: "REPORTED", value: "90", qualifier: "EXACT", source: { title: "Promote Activities of People Diplomacy in Vinh Phuc province" } },
      { basis: "RECORDED", value: "2", complete: false },
    ]);
    expect(peopleInbound).toMatchObject({ value: "350", unit: "people", basis: "REPORTED", readings: [{ qualifier: "MORE_THAN" }] });
  });

  it("counts people of a training as a lower bound", async () => {
    const { trainings, peopleTrained } = await report("vinh-phuc", "2014-01-01", "2014-12-31");
    expect(trainings).toMatchObject({ value: "1", basis: "RECORDED" });
    expect(peopleTrained!.readings).toMatchObject([
      { basis: "REPORTED", value: "100", qualifier: "MORE_THAN" },
      { basis: "RECORDED", value: "100", qualifier: "MORE_THAN" },
    ]);
  });

  it("counts publications, and says nothing of agreements", async () => {
    const { publications, agreements, awards } = await report("vinh-phuc", "2014-01-01", "2014-12-31");
    expect(publications!.records!.nodes).toEqual([{ kind: "Publication", id: "vinh-phuc:seas-and-islands-2014", value: "1", date: "2014", label: { en: "A research of Vietnam’s seas and islands" } }]);
    expect(agreements).toMatchObject({ value: null, readings: [], records: null });
    expect(awards).toMatchObject({ value: null, readings: [] });
  });
});

describe("the events of Dong Nai", () => {
  it("are more than 40 in the period that the article names, and unknown in others", async () => {
    const { events } = await report("dong-nai", "2014-01-01", "2021-04-30");
    expect(events).toMatchObject({ value: "40", basis: "REPORTED", readings: [{ qualifier: "MORE_THAN", asPrinted: expect.stringContaining("more than 40") }] });
    expect((await report("dong-nai", "2020-01-01", "2020-12-31"))["events"]).toMatchObject({ value: null, readings: [] });
  });
});

describe("the records of VUFO in 2023", () => {
  it("count an event of two organisers once", async () => {
    const { events } = await report("vufo", "2023-01-01", "2023-12-31");
    expect(events).toMatchObject({ value: "3", basis: "RECORDED" });
    expect(events!.records!.nodes.map(({ id, value }) => [id, value])).toEqual([
      ["vufo:us-friendship-festival-2023", "1"],
      ["vufo:cn-congress-7", "1"],
      ["vufo:jp-50-years-2023", "1"],
    ]);
  });
});

describe("the records of a demo union", () => {
  it("are complete, and their sum is the reading", async () => {
    const { events, peopleInbound, delegationsInbound } = await report("demo", "2023-01-01", "2023-12-31");
    for (const figure of [events, delegationsInbound]) expect(figure).toMatchObject({ basis: "RECORDED", readings: [{ complete: true }], value: String(figure!.records!.totalCount) });
    const { data } = await division.run('{ delegations(union: "demo", direction: INBOUND, from: "2023-01-01", to: "2023-12-31") { totalCount totalHeadcount } }');
    expect(delegationsInbound!.value).toBe(String(data.delegations.totalCount));
    expect(peopleInbound!.value).toBe(String(data.delegations.totalHeadcount));
  });
});
