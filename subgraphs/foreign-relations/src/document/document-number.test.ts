import { meantBy, parseDocumentNumber, type DocumentKind } from "./document-number";

describe("reading a document's number", () => {
  it.each([
    ["38-CT/TW", null, "38", ["CT", "TW"]],
    ["38 – CT/TW", null, "38", ["CT", "TW"]],
    ["38 ct tw", null, "38", ["CT", "TW"]],
    ["38CT/TW", null, "38", ["CT", "TW"]],
    ["4-CT/TW", null, "4", ["CT", "TW"]],
    ["04-CT/TW", null, "4", ["CT", "TW"]],
    ["Directive No. 4", "DIRECTIVE", "4", []],
    ["Directive 12", "DIRECTIVE", "12", []],
    ["the Directive No.12-CT/TW", "DIRECTIVE", "12", ["CT", "TW"]],
    ["Chỉ thị số 38-CT/TW", "DIRECTIVE", "38", ["CT", "TW"]],
    ["CHỈ THỊ SỐ 38-CT/TW", "DIRECTIVE", "38", ["CT", "TW"]],
    ["No. 8485-CV/TU", null, "8485", ["CV", "TU"]],
    ["Document No. 8485-CV/TU", null, "8485", ["CV", "TU"]],
    ["Công văn 8485-CV/TU", "LETTER", "8485", ["CV", "TU"]],
    ["Kế hoạch số 19-KH/TU", "PLAN", "19", ["KH", "TU"]],
    ["294/QĐ-UBND", null, "294", ["QD", "UBND"]],
    ["Quyết định 12/2023/QĐ-UBND", "DECISION", "12", ["2023", "QD", "UBND"]],
    ["Nghị quyết 57-NQ/TW", "RESOLUTION", "57", ["NQ", "TW"]],
    ["CV 8485", null, "8485", ["CV"]],
    ["0", null, "0", []],
  ] as const)("reads %s", (text, kind, serial, suffix) => {
    expect(parseDocumentNumber(text)).toEqual({ kind, serial, suffix });
  });

  it.each(["", "CT/TW", "the Circular and Plan"])("finds no number in %j", text => {
    expect(parseDocumentNumber(text)).toBeNull();
  });
});

describe("the documents that a number means", () => {
  const document = (number: string, kind: DocumentKind) => ({ number, ...parseDocumentNumber(number)!, kind });
  const documents = [document("04-CT/TW", "DIRECTIVE"), document("4-KH/TU", "PLAN"), document("12-CT/TW", "DIRECTIVE"), document("12/CT", "DIRECTIVE")];
  const meant = (text: string) => meantBy(parseDocumentNumber(text)!, documents).map(({ number }) => number);

  it("are those with exactly its suffix, before those with a longer one", () => {
    expect(meant("4-CT/TW")).toEqual(["04-CT/TW"]);
    expect(meant("12-CT")).toEqual(["12/CT"]);
    expect(meant("12")).toEqual(["12-CT/TW", "12/CT"]);
  });

  it("are of its kind, when it names one", () => {
    expect(meant("4")).toEqual(["04-CT/TW", "4-KH/TU"]);
    expect(meant("Directive No. 4")).toEqual(["04-CT/TW"]);
    expect(meant("Plan 12")).toEqual([]);
  });

  it("are none where a word or a part of it is unknown", () => {
    expect(meant("4-CT/XX")).toEqual([]);
    expect(meant("Something 4")).toEqual([]);
    expect(meant("40")).toEqual([]);
  });
});
