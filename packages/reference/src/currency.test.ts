import { currencies, currency } from "./index";

test.each([
  ["VND", 0],
  ["JPY", 0],
  ["KRW", 0],
  ["USD", 2],
  ["LAK", 2],
  ["KWD", 3],
])("%s has %i digits", (code, digits) => {
  expect(currency(code)?.digits).toBe(digits);
});

test("a currency has a name in both languages", () => {
  expect(currency("VND")?.name).toEqual({ vi: "Đồng Việt Nam", en: "Vietnamese Dong" });
  for (const { code, name, digits } of currencies()) {
    expect(code).toMatch(/^[A-Z]{3}$/);
    expect([0, 2, 3]).toContain(digits);
    expect(name.vi && name.en).toBeTruthy();
  }
  expect(currencies().map(({ code }) => code)).toEqual(currencies().map(({ code }) => code).sort());
});

test.each(["vnd", "XXX", "XAU", "XTS", "XDR", "CLF", "ZZZ", "", "constructor"])("%j is no currency that is paid", (code) => {
  expect(currency(code)).toBeNull();
});
