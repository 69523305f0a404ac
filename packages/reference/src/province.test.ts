import { isPartialDay } from "./day";
import { districtsExistOn, predecessorsOf, province, provinceByName, provincesOn, successorsOf } from "./index";

const before = provincesOn("2025-06-30");
const after = provincesOn("2025-07-01");

test("63 until 30 June 2025, 34 after; codes are unique on a day", () => {
  expect(before).toHaveLength(63);
  expect(after).toHaveLength(34);
  for (const units of [before, after]) {
    expect(new Set(units.map(({ code }) => code)).size).toBe(units.length);
    expect(units.map(({ code }) => code)).toEqual(units.map(({ code }) => code).sort());
    for (const { code, name, validFrom, validUntil } of units) {
      expect(code).toMatch(/^\d\d$/);
      expect(name.vi && name.en).toBeTruthy();
      expect([validFrom, validUntil].every((day) => day === null || isPartialDay(day))).toBe(true);
    }
  }
  expect(provincesOn("2014-11-01")).toHaveLength(63);
  expect(provincesOn("2008-08-01")).toHaveLength(63);
  expect(provincesOn("2008-07-31")).toEqual([]);
});

test("each of the 63 went into one of the 34, and each of the 34 came of some", () => {
  for (const { id } of before) expect([id, successorsOf(id).length]).toEqual([id, 1]);
  const sizes = after.map(({ id }) => predecessorsOf(id).length);
  expect(sizes.every((size) => size >= 1 && size <= 3)).toBe(true);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(63);
  expect(sizes.filter((size) => size === 1)).toHaveLength(11);
});

test.each([
  ["vinh-phuc", "phu-tho-2025", "Phú Thọ"],
  ["binh-phuoc", "dong-nai-2025", "Đồng Nai"],
  ["dong-nai", "dong-nai-2025", "Đồng Nai"],
  ["kien-giang", "an-giang-2025", "An Giang"],
  ["hue", "hue-2025", "Huế"],
])("%s went into %s", (id, successor, name) => {
  expect(successorsOf(id)).toMatchObject([{ id: successor, name: { vi: name } }]);
  expect(predecessorsOf(successor).map((unit) => unit.id)).toContain(id);
});

test("Phú Thọ came of three", () => {
  expect(predecessorsOf("phu-tho-2025").map(({ id }) => id).sort()).toEqual(["hoa-binh", "phu-tho", "vinh-phuc"]);
});

test("Đồng Nai is a province until 29 April 2026 and a city since", () => {
  expect(province("dong-nai-2025", "2026-04-29")?.kind).toBe("province");
  expect(province("dong-nai-2025", "2026-04-30")?.kind).toBe("city");
  expect(provincesOn("2026-04-29").filter(({ kind }) => kind === "city")).toHaveLength(6);
  expect(provincesOn("2026-04-30").filter(({ kind }) => kind === "city")).toHaveLength(7);
});

test("Huế was Thừa Thiên Huế province until 2024", () => {
  expect(provinceByName("Huế", "2024-12-31")).toMatchObject({ id: "hue", kind: "province", name: { vi: "Thừa Thiên Huế" } });
  expect(provinceByName("Thừa Thiên - Huế", "2025-01-01")).toMatchObject({ id: "hue", kind: "city", name: { vi: "Huế" } });
});

test.each([
  ["Dong Nai", "dong-nai-2025"],
  ["Đồng Nai Province", "dong-nai-2025"],
  ["TP. Hồ Chí Minh", "ho-chi-minh-2025"],
  ["TP.HCM", "ho-chi-minh-2025"],
  ["Ho Chi Minh City", "ho-chi-minh-2025"],
  ["tỉnh Vĩnh Phúc", "vinh-phuc"],
  ["Hanoi", "ha-noi-2025"],
  ["Ba Ria – Vung Tau", "ba-ria-vung-tau"],
  ["Đắc Lắc", "dak-lak-2025"],
  ["Thanh Hoá", "thanh-hoa-2025"],
])("%s, without a day, is %s", (text, id) => {
  expect(provinceByName(text)?.id).toBe(id);
});

test("a name means the unit of the day", () => {
  expect(provinceByName("Đồng Nai", "2021-04-30")?.id).toBe("dong-nai");
  expect(provinceByName("Đồng Nai", "2025-07-01")?.id).toBe("dong-nai-2025");
  expect(provinceByName("Vĩnh Phúc", "2014-12-31")).toMatchObject({ id: "vinh-phuc", code: "26", validFrom: "1997-01-01" });
  expect(provinceByName("Vĩnh Phúc", "1996-12-31")).toBeNull();
  expect(provinceByName("Vĩnh Phúc", "2025-07-01")).toBeNull();
  expect(province("vinh-phuc", "2025-07-01")).toBeNull();
});

test.each(["", "Tỉnh", "Hà Tây", "Biên Hòa", "constructor"])("%j is no province", (text) => {
  expect(provinceByName(text)).toBeNull();
  expect(province(text)).toBeNull();
  expect(successorsOf(text)).toEqual([]);
  expect(predecessorsOf(text)).toEqual([]);
});

test("a name means one unit on a day, and each unit is found by its names", () => {
  for (const [day, units] of [["2025-06-30", before], ["2025-07-01", after]] as const) {
    for (const { id, name } of units) {
      expect(provinceByName(name.vi, day)?.id).toBe(id);
      expect(provinceByName(name.en, day)?.id).toBe(id);
    }
  }
});

test("districts end on 30 June 2025", () => {
  expect(districtsExistOn("2025-06-30")).toBe(true);
  expect(districtsExistOn("2025-07-01")).toBe(false);
});

test.each(["2025-06", "30.06.2025", "2025-06-31"])("%s is not a day", (text) => {
  for (const ask of [provincesOn, districtsExistOn]) expect(() => ask(text)).toThrow(RangeError);
  expect(() => provinceByName("Đồng Nai", text)).toThrow(RangeError);
  expect(() => province("dong-nai", text)).toThrow(RangeError);
});
