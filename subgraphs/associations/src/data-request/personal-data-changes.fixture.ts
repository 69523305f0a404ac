import type { ChangeCase } from "@huu-nghi/test-kit";

const request = (number: number) => ({ union: "vinh-phuc", person: `person-${number}`, kind: "ACCESS", channel: "LETTER", receivedOn: "2026-04-24" });
const onDays: NonNullable<ChangeCase["invalid"]> = [[{ on: "2026-04-23" }, "on"], [{ on: "2999-01-01" }, "on"], [{ on: "2026" }, "input"]];

/** Of people `person-1` to `person-999`, who belong to the union vinh-phuc. */
export const personalDataChanges: ChangeCase[] = [
  {
    mutation: "createDataRequest",
    input: request,
    invalid: [[{ person: "nobody" }, "person"], [{ person: "of-dong-nai" }, "person"], [{ receivedOn: "2999-01-01" }, "receivedOn"], [{ kind: "WISH" }, "input"], [{ channel: null }, "input"]],
  },
  { mutation: "acknowledgeDataRequest", of: "createDataRequest", input: () => ({ on: "2026-04-28" }), invalid: onDays },
  { mutation: "completeDataRequest", of: "createDataRequest", input: () => ({ on: "2026-05-04" }), invalid: onDays },
  { mutation: "refuseDataRequest", of: "createDataRequest", input: () => ({ on: "2026-05-04", reason: "Nothing shows who asks" }), invalid: [...onDays, [{ reason: " " }, "reason"], [{ reason: "x".repeat(1001) }, "reason"]] },
  {
    mutation: "createConsent",
    input: number => ({ union: "vinh-phuc", person: `person-${number}`, purpose: "CONTACT", textVersion: "2026-1", evidence: "Signed form", evidenceKeptAt: "Folder 3", givenAt: "2026-03-01T02:00:00Z" }),
    invalid: [
      [{ person: "nobody" }, "person"], [{ person: "of-dong-nai" }, "person"], [{ textVersion: " " }, "textVersion"], [{ evidence: "" }, "evidence"], [{ evidence: "x".repeat(501) }, "evidence"],
      [{ evidenceKeptAt: "" }, "evidenceKeptAt"], [{ givenAt: "2999-01-01T00:00:00Z" }, "givenAt"], [{ purpose: "ANYTHING" }, "input"],
    ],
  },
  { mutation: "withdrawConsent", of: "createConsent", input: () => ({ withdrawnAt: "2026-04-01T02:00:00Z" }), invalid: [[{ withdrawnAt: "2026-02-01T00:00:00Z" }, "withdrawnAt"], [{ withdrawnAt: "2999-01-01T00:00:00Z" }, "withdrawnAt"]] },
];
