import { countryKey, countryNameEntries } from "./find-countries";
import { countries, findCountries, isAssignedCountry } from "./index";
import { readTable } from "./table";

test.each([
  ["Korea", ["KR"]],
  ["Republic of Korea", ["KR"]],
  ["the Republic of Korea", ["KR"]],
  ["DPR Korea", ["KP"]],
  ["Lao PDR", ["LA"]],
  ["Lao P.D.R.", ["LA"]],
  ["England", ["GB"]],
  ["the U.K.", ["GB"]],
  ["Nước Anh", ["GB"]],
  ["America", ["US"]],
  ["U.S.A.", ["US"]],
  ["Mỹ", ["US"]],
  ["My", ["US"]],
  ["Czech", ["CZ"]],
  ["Czech - Slovakia", ["CZ", "SK"]],
  ["Czech – Slovakia", ["CZ", "SK"]],
  ["CZECH—SLOVAKIA", ["CZ", "SK"]],
  ["Czech and Slovakia", ["CZ", "SK"]],
  ["Liên bang Nga", ["RU"]],
  ["P.R. China", ["CN"]],
  ["CHLB Đức", ["DE"]],
  ["Burma", ["MM"]],
  ["Đông Timor", ["TL"]],
  ["Turkey", ["TR"]],
  ["Holland", ["NL"]],
  ["Ý", ["IT"]],
  ["Nhật", ["JP"]],
  ["Swaziland", ["SZ"]],
  ["Ivory Coast", ["CI"]],
  ["Taiwan", ["TW"]],
  ["Đài Loan", ["TW"]],
  ["Hong Kong SAR China", ["HK"]],
  ["Ma Cao", ["MO"]],
])("%s is an alias of %j", (text, codes) => {
  expect(findCountries(text)).toEqual({ codes, via: "alias", of: null });
});

test.each([
  ["Lao", "LA"],
  ["viet nam", "VN"],
  ["Vietnam", "VN"],
  ["LÀO", "LA"],
  ["Timor Leste", "TL"],
  ["Thailand", "TH"],
  ["Đức", "DE"],
  ["The Philippines", "PH"],
  ["Trinidad and Tobago", "TT"],
  ["Saint Lucia", "LC"],
  ["Úc", "AU"],
  ["Hồng Kông", "HK"],
  ["Hong Kong", "HK"],
  ["Macao", "MO"],
  ["Taiwan, Province of China", "TW"],
])("%s is the name of %s", (text, code) => {
  expect(findCountries(text)).toEqual({ codes: [code], via: "name", of: null });
});

test("a former state answers with its successors", () => {
  expect(findCountries("Czechoslovakia")).toEqual({ codes: ["CZ", "SK"], via: "former-state", of: "CSHH" });
  expect(findCountries("Tiệp Khắc (cũ)")).toMatchObject({ of: "CSHH" });
  expect(findCountries("the Soviet Union")).toMatchObject({ via: "former-state", of: "SUHH" });
  expect(findCountries("CHDC Đức")).toEqual({ codes: ["DE"], via: "former-state", of: "DDDE" });
});

test("a group answers with its members of a day, today's when none is given", () => {
  expect(findCountries("ASEAN", "2023-06-30")?.codes).toHaveLength(10);
  expect(findCountries("Hiệp hội các quốc gia Đông Nam Á", "2025-10-26")).toMatchObject({ via: "group", of: "ASEAN" });
  expect(findCountries("ASEAN")?.codes).toContain("TL");
});

test.each(["", " – ", "Atlantis", "Congo", "Korea and Japan", "constructor", "XX", "VN"])("%j is not known", (text) => {
  expect(findCountries(text)).toBeNull();
});

test("every country is found by both names", () => {
  for (const { code, name } of countries()) {
    expect([name.vi, findCountries(name.vi)?.codes]).toEqual([name.vi, [code]]);
    expect([name.en, findCountries(name.en)?.codes]).toEqual([name.en, [code]]);
  }
});

test("a text has one meaning: whatever table names it, the countries are the same", () => {
  const meanings = new Map<string, string>();
  const conflicts: string[] = [];
  for (const { text, found } of countryNameEntries()) {
    const key = countryKey(text);
    const meaning = found.via === "group" ? (found.of ?? "") : found.codes.join(" ");
    expect(found.codes.filter((code) => !isAssignedCountry(code))).toEqual([]);
    expect(key).not.toBe("");
    if (meanings.has(key) && meanings.get(key) !== meaning) conflicts.push(`${text}: ${meanings.get(key)} or ${meaning}`);
    meanings.set(key, meaning);
  }
  expect(conflicts).toEqual([]);
});

test("no alias repeats a name or another alias", () => {
  const entries = countryNameEntries().filter(({ found }) => found.via === "name" || found.via === "alias");
  const names = new Set(entries.filter(({ found }) => found.via === "name").map(({ text }) => countryKey(text)));
  const repeated = entries.filter(({ text, found }) => {
    if (found.via === "name") return false;
    const key = countryKey(text);
    if (names.has(key)) return true;
    names.add(key);
    return false;
  });
  expect(repeated.map(({ text }) => text)).toEqual([]);
});

test("an alias is English or Vietnamese, and no alias of two languages", () => {
  const rows = readTable("country-aliases.tsv", ["alias", "language", "codes", "note"], ["alias"]);
  expect(rows.filter(({ language }) => language !== "en" && language !== "vi")).toEqual([]);
});
