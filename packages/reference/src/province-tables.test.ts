import { isPartialDay } from "./day";
import { province } from "./index";
import { provinceKey } from "./province";
import { readTable } from "./table";

const units = readTable("provinces.tsv", ["id", "code", "valid_from", "valid_until"], ["id"]);
const names = readTable("province-names.tsv", ["province", "kind", "name_vi", "name_en", "from", "until"], ["province", "from"]);
const aliases = readTable("province-aliases.tsv", ["province", "alias"], ["province", "alias"]);
const succession = readTable("province-succession.tsv", ["from", "to", "on"], ["from", "to"]);
const ids = new Set(units.map(({ id }) => id));

test("every row names a recorded unit", () => {
  const named = [...names, ...aliases].map((row) => row.province).concat(succession.flatMap(({ from, to }) => [from, to]));
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

test("an id tells its set, dates are days in order", () => {
  for (const { id, valid_from, valid_until } of units) {
    expect(id).toMatch(valid_until === "" ? /^[a-z-]+-2025$/ : /^[a-z-]+$/);
    expect([valid_from, valid_until].every((day) => day === "" || (day.length === 10 && isPartialDay(day)))).toBe(true);
    expect(valid_until === "" || valid_from < valid_until).toBe(true);
  }
});

test("a unit has one name on each of its days", () => {
  for (const { id } of units) {
    const own = names.filter((row) => row.province === id);
    expect(own.every(({ kind }) => kind === "province" || kind === "city")).toBe(true);
    expect([own[0]?.from, own.at(-1)?.until]).toEqual(["", ""]);
    own.slice(1).forEach(({ from }, at) => expect(dayAfter(own[at]?.until ?? "")).toBe(from));
    expect(province(id)).not.toBeNull();
  }
});

test("a successor begins the day after, on the day of the succession", () => {
  for (const { from, to, on } of succession) {
    expect(dayAfter(province(from)?.validUntil ?? "")).toBe(on);
    expect(province(to)?.validFrom).toBe(on);
  }
});

test("no alias repeats a name of its unit", () => {
  const repeated = aliases.filter(({ province: id, alias }) =>
    names.some((row) => row.province === id && [row.name_vi, row.name_en].map(provinceKey).includes(provinceKey(alias))),
  );
  expect(repeated).toEqual([]);
});

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
