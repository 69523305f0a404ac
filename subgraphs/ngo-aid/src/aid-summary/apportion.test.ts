import { apportion, shareOf } from "./apportion";

describe("apportioning a total", () => {
  it.each([
    ["gives the missing unit to the part that lost most", "100", ["33.3", "33.4", "33.3"], 0, ["33", "34", "33"]],
    ["gives it to the first of equal parts", "100", ["33.333333", "33.333333", "33.333333"], 0, ["34", "33", "33"]],
    ["keeps the digits of the currency", "10", ["3.333", "6.667"], 2, ["3.33", "6.67"]],
    ["keeps what is whole as it is", "30", ["10", "20"], 0, ["10", "20"]],
    ["adds up below zero", "-10", ["-3.333", "-3.333", "-3.334"], 0, ["-3", "-3", "-4"]],
    ["adds up across zero", "1", ["10.5", "-9.5"], 0, ["11", "-10"]],
    ["passes over what a division without end leaves", "50", ["49.999999999999999999999999"], 0, ["50"]],
    ["gives nothing for no parts", "0", [], 0, []],
  ])("%s", (_, total, parts, digits, expected) => {
    expect(apportion(total, parts, digits)).toEqual(expected);
  });

  it("adds up for sums that no float can hold", () => {
    const parts = apportion("900719925474099300001", ["300239975158033100000.33", "300239975158033100000.33", "300239975158033100000.34"], 0);
    expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(900719925474099300001n);
  });
});

describe("a share", () => {
  it("has 6 places at most", () => expect([shareOf("1", "3"), shareOf("1", "2"), shareOf("-1", "4")]).toEqual(["0.333333", "0.5", "-0.25"]));
  it("of nothing is not known", () => expect(shareOf("0", "0")).toBeNull());
});
