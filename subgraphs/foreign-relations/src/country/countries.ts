import { countries, findCountries, foldText } from "@huu-nghi/reference";
import type { Country } from "./country";

const inVietnamese = new Intl.Collator("vi");
const byName = [...countries()].sort((a, b) => inVietnamese.compare(a.name.vi, b.name.vi));

/**
 * The countries that a text names ("Lao PDR", "Tiệp Khắc", "ASEAN") and those in whose name it begins a word, by
 * their Vietnamese names; all countries without a text. Accents and case do not matter.
 */
export const countriesNamed = (text: string | null): Country[] => {
  if (text === null) return byName.map(({ code }) => ({ code }));
  const named = findCountries(text)?.codes ?? [];
  const part = foldText(text);
  // "Hàn" is for Hàn Quốc and not for Phần Lan.
  const contains = (name: string) => part !== "" && ` ${foldText(name)}`.includes(` ${part}`);
  return byName.filter(({ code, name }) => named.includes(code) || contains(name.vi) || contains(name.en)).map(({ code }) => ({ code }));
};
