import { demoPart, Dice } from "@huu-nghi/subgraph-kit";
import { demoPeople, demoPersonId } from "../person";
import { Consent, ConsentPurpose } from "./consent";

const purposes = Object.values(ConsentPurpose);

export const consentDemo = demoPart({
  table: Consent,
  key: "id",
  rows: function* (union) {
    const dice = new Dice(`${union.id} consents`);
    for (let number = 1; number <= demoPeople; number += 10) {
      const isWithdrawn = dice.int(1, 8) === 1;
      yield {
        id: `${union.id}:consent-${number}`,
        unionId: union.id,
        personId: demoPersonId(union, number),
        purpose: purposes[dice.int(0, purposes.length - 1)]!,
        textVersion: "mẫu 1",
        evidence: `Phiếu mẫu ${number} (${union.label})`,
        evidenceKeptAt: `Hồ sơ mẫu ${dice.int(1, 20)} (${union.label})`,
        givenAt: new Date(`${dice.day(2025, 2025)}T02:00:00Z`),
        recordedBy: "demo",
        withdrawnAt: isWithdrawn ? new Date("2026-01-05T02:00:00Z") : null,
        withdrawalRecordedBy: isWithdrawn ? "demo" : null,
      };
    }
  },
});
