import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { DataSource } from "typeorm";
import { foreignRelations } from "../foreign-relations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(foreignRelations, { records: true, demo: 2 });
});
afterAll(() => division[Symbol.asyncDispose]());

const find = async (number: string, issuer?: string) => {
  const { data, errors } = await division.run(
    "query ($number: String!, $issuer: String) { document(number: $number, issuer: $issuer) { id number issuer issuedOn } }",
    { number, issuer },
  );
  return { document: data?.document, errors };
};

describe("a document", () => {
  it.each([
    ["38-CT/TW", undefined, "secretariat:38-ct-tw"],
    ["Chỉ thị số 38-CT/TW", "Ban Bí thư", "secretariat:38-ct-tw"],
    ["Directive No. 4", undefined, "secretariat:04-ct-tw"],
    ["4-CT/TW", "the Central Board of Secretary", "secretariat:04-ct-tw"],
    ["Directive 12", "ban bi thu trung uong dang", "secretariat:12-ct-tw"],
    ["No. 8485-CV/TU", "Dong Nai Provincial Standing Party Committee", "dong-nai:8485-cv-tu"],
    ["Kế hoạch 19", undefined, "vinh-phuc:19-kh-tu"],
    ["19-KH/TU", "  ", "vinh-phuc:19-kh-tu"],
    ["Directive No. 38-CT/TW, dated September 19, 2019", undefined, "secretariat:38-ct-tw"],
    ["Directive No. 38-CT/TW, dated September 19, 2019 of the Secretariat", undefined, "secretariat:38-ct-tw"],
    ["Directive 12 of the Central Party Secretariat", undefined, "secretariat:12-ct-tw"],
    ["Directive No. 12-CT/TW dated January 1, 2022 of the Party Central Committee Secretariat", undefined, "secretariat:12-ct-tw"],
    ["Directive 38-CT/TW of the Secretariat", undefined, "secretariat:38-ct-tw"],
    ["38-CT/TW của Ban Bí thư", undefined, "secretariat:38-ct-tw"],
    ["Chỉ thị 38-CT/TW ngày 19/9/2019", undefined, "secretariat:38-ct-tw"],
    ["Directive N° 38", undefined, "secretariat:38-ct-tw"],
    ["Directive No. 4-CT/TW dated on July 6th 2011", "Central Board of Secretary", "secretariat:04-ct-tw"],
    ["Plan No. 19-KH/TU on September 28th 2011 of Vinh Phuc's Party Committee", undefined, "vinh-phuc:19-kh-tu"],
    ["Plan No. 19-KH/TU on September 28th 2011 of Vinh Phuc’s Party Committee", undefined, "vinh-phuc:19-kh-tu"],
    ["38-CT/TW", "Secretariat of the Central Committee", "secretariat:38-ct-tw"],
    ["38-CT/TW", "Party Central Committee's Secretariat", "secretariat:38-ct-tw"],
    ["38-CT/TW", "the Party Central Committee’s Secretariat", "secretariat:38-ct-tw"],
    ["38-CT/TW", "Central Committee Secretariat", "secretariat:38-ct-tw"],
    ["38-CT/TW of somebody", "Ban Bí thư", "secretariat:38-ct-tw"],
  ])("is found as %s of %s", async (number, issuer, id) => {
    expect((await find(number, issuer)).document?.id).toBe(id);
  });

  it.each([
    ["39-CT/TW", undefined],
    ["38-CT/TW", "Vinh Phuc Party Committee"],
    ["38-CT/TW", "somebody"],
    ["Plan 38", undefined],
    ["Directive 38-CT/TW of somebody", undefined],
    ["38-CT/TW của Tỉnh ủy Vĩnh Phúc", undefined],
    ["Something 4", undefined],
    ["Directive 38-CT/TW and more", undefined],
    ["8485-CV/TU", "Dong Nai Provincial Party Committee"],
    ["8485-CV/TU", "Dong Nai Party Committee"],
    ["8485-CV/TU", "Tỉnh ủy Đồng Nai"],
    ["the Circular and Plan", undefined],
    ["", undefined],
  ])("is null where there is none: %s of %s", async (number, issuer) => {
    expect(await find(number, issuer)).toEqual({ document: null, errors: undefined });
  });

  it("is one of a demo union only where no other one has its number", async () => {
    const writer = await new DataSource({ type: "postgres", url: division.urls.writer }).initialize();
    await writer.query(`insert into document (id, kind, number, title_en, issuer_id, serial, suffix)
      values ('demo-01:document-38', 'DIRECTIVE', '38-CT/DEMO-01', 'Directive', 'demo-01:issuer', '38', '{CT,DEMO,01}')`);
    await writer.destroy();
    expect((await find("Directive 38")).document?.id).toBe("secretariat:38-ct-tw");
    expect((await find("Directive 38 of the Secretariat")).document?.id).toBe("secretariat:38-ct-tw");
    expect((await find("Directive 38", "Demo 01 issuing body")).document?.id).toBe("demo-01:document-38");
    expect((await find("38-CT/DEMO-01")).document?.id).toBe("demo-01:document-38");
  });

  it("is refused with the candidates where several match, and found with the rest of its number", async () => {
    const { errors } = await find("9001");
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "number" } }]);
    expect(errors![0]!.extensions!["candidates"]).toEqual([
      { id: "demo-01:document-9001", number: "9001-CT/DEMO-01", issuer: "Demo 01 issuing body", issuedOn: "2020-01-15" },
      { id: "demo-02:document-9001", number: "9001-CT/DEMO-02", issuer: "Demo 02 issuing body", issuedOn: "2020-01-15" },
    ]);
    expect((await find("9001", "demo 02 issuing body")).document.id).toBe("demo-02:document-9001");
    expect((await find("9001-CT/DEMO-02")).document.id).toBe("demo-02:document-9001");
  });
});

describe("the chain of documents", () => {
  it("goes from a directive to what implements it and back", async () => {
    const { data } = await division.run(`{
      directive: document(number: "38-CT/TW") { implementedBy { number implements { number } } }
      plan: document(number: "19-KH/TU") { implements { number issuer issuedOn } }
    }`);
    expect(data.directive.implementedBy).toEqual([{ number: "8485-CV/TU", implements: [{ number: "38-CT/TW" }] }]);
    expect(data.plan.implements).toEqual([{ number: "04-CT/TW", issuer: "Party Central Committee Secretariat", issuedOn: "2011-07-06" }]);
  });

  it("has documents without number and date, after those with a date", async () => {
    const { data } = await division.run('{ document(number: "Directive 12") { implementedBy { number kind issuedOn issuer } } }');
    const issuer = "Dong Nai Provincial Party Committee and Provincial People's Committee";
    expect(data.document.implementedBy).toEqual([
      { number: null, kind: "CIRCULAR", issuedOn: null, issuer },
      { number: null, kind: "PLAN", issuedOn: null, issuer },
    ]);
  });

  it("is sorted by date of issue", async () => {
    const { data } = await division.run('{ document(number: "9001-CT/DEMO-01") { implementedBy { issuedOn } events(first: 100) { totalCount nodes { implements { id } } } } }');
    expect(data.document.implementedBy).toEqual([{ issuedOn: "2020-03-02" }, { issuedOn: "2021-02-20" }]);
    expect(data.document.events.totalCount).toBeGreaterThan(0);
    for (const { implements: documents } of data.document.events.nodes) expect(documents).toContainEqual({ id: "demo-01:document-9001" });
  });
});

describe("what sources say differently of a document", () => {
  it("stands beside it, with its source", async () => {
    const { data } = await division.run('{ document(number: "12-CT/TW") { issuedOn statements { field value source { publisher } } } }');
    expect(data.document).toEqual({
      issuedOn: "2022-01-01",
      statements: [{ field: "issuedOn", value: "2022-01-05", source: { publisher: "Hệ thống pháp luật" } }],
    });
  });
});
