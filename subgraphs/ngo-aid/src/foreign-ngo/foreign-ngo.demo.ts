import { countryName } from "@huu-nghi/reference";
import { addDays, demoPart, Dice, Language, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { DonorKind, ForeignNgo, ForeignNgoAlias } from "./foreign-ngo";
import { Registration, RegistrationArea } from "./registration";

const origins = ["US", "KR", "JP", "FR", "DE", "GB", "AU", "US", "KR", "NL", "CA", "JP", "CH", "SE", "NO", "BE", "US", "SG", "IT", "DK"];
const kinds: [DonorKind, string, string][] = [
  [DonorKind.NGO, "Tổ chức", "Aid"],
  [DonorKind.FOUNDATION, "Quỹ", "Foundation"],
  [DonorKind.NGO, "Tổ chức", "Relief"],
  [DonorKind.INSTITUTE, "Viện", "Institute"],
  [DonorKind.NGO, "Tổ chức", "Action"],
  [DonorKind.FRIENDSHIP_ORGANISATION, "Hội hữu nghị", "Friendship Society"],
];
const themes: [string, string][] = [
  ["Trẻ em", "Children"],
  ["Nước sạch", "Clean Water"],
  ["Sức khỏe", "Health"],
  ["Rừng xanh", "Green Forest"],
  ["Trường học", "Schools"],
  ["Phụ nữ", "Women"],
  ["Nông dân", "Farmers"],
];

const demoNgos = ({ ngoIds, label }: DemoUnion): Partial<ForeignNgo>[] =>
  ngoIds.map((id, at) => {
    const [kind, formVi, formEn] = kinds[at % kinds.length]!;
    const [themeVi, themeEn] = themes[at % themes.length]!;
    const countryCode = origins[at % origins.length]!;
    const number = Math.floor(at / themes.length) + 1;
    const name = { vi: `${formVi} ${themeVi} ${number} ${countryName(countryCode)?.vi} (${label})`, en: `${label} ${themeEn} ${formEn} ${number} (${countryName(countryCode)?.en})` };
    return { id, name: { ...name, ownTranslation: Language.VI }, kind, countryCode, sourceId: null };
  });

const validDays: Record<string, number> = { OPERATION: 3 * 365, REPRESENTATIVE_OFFICE: 5 * 365 };

/** One after the other, some with a gap, some expired; one NGO works without any. */
const demoRegistrations = function* ({ id, ngoIds, label, firstYear, lastYear }: DemoUnion): Iterable<Partial<Registration>> {
  const dice = new Dice(`${id} registrations`);
  for (const [at, ngoId] of ngoIds.entries()) {
    if (at === 12) continue;
    const kind = at % 4 === 0 ? "REPRESENTATIVE_OFFICE" : "OPERATION";
    let issuedOn = dice.day(firstYear - 2, firstYear + 1);
    for (let number = 1; issuedOn <= `${lastYear}-12-31`; number += 1) {
      const expiresOn = addDays(issuedOn, validDays[kind]! - 1);
      yield { id: `${ngoId}:registration-${number}`, ngoId, number: `${label}-${String(at + 1).padStart(2, "0")}/${number}`, kind, issuedOn, expiresOn, sourceId: null };
      if (dice.chance(0.4)) break;
      issuedOn = addDays(expiresOn, dice.chance(0.7) ? 1 : dice.int(30, 200));
    }
  }
};

export const foreignNgoDemo = [
  demoPart({ table: ForeignNgo, key: "id", rows: demoNgos }),
  demoPart({ table: ForeignNgoAlias, key: "ngo_id", rows: union => demoNgos(union).flatMap(({ id, countryCode }, at) => (at % 5 === 0 ? [{ ngoId: id!, alias: `${union.label.toUpperCase()}-${at + 1}/${countryCode}`, sourceId: null }] : [])) }),
  demoPart({ table: Registration, key: "id", rows: demoRegistrations }),
  demoPart({ table: RegistrationArea, key: "registration_id", rows: union => [...demoRegistrations(union)].map(({ id }) => ({ registrationId: id!, unionId: union.id })) }),
];
