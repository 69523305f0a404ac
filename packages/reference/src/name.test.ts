import { foldText } from "./name";

test.each([
  ["Đồng Nai", "dong nai"],
  ["Đo\u0302\u0300ng Nai", "dong nai"],
  ["ĐỨC", "duc"],
  ["Czech – Slovakia", "czech slovakia"],
  ["  Bà Rịa-Vũng Tàu. ", "ba ria vung tau"],
  ["Côte d’Ivoire", "cote d ivoire"],
  ["Wien 1", "wien 1"],
  ["– !", ""],
])("%j folds to %j", (text, folded) => {
  expect(foldText(text)).toBe(folded);
  expect(foldText(folded)).toBe(folded);
});
