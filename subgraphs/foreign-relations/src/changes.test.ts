import { figureChangeCases, testChanges } from "@huu-nghi/test-kit";
import { foreignRelations } from "./foreign-relations";

const host = { role: "HOST", union: "vinh-phuc" };

testChanges(foreignRelations, {
  union: "vinh-phuc",
  otherUnion: "dong-nai",
  content: { records: true },
  // In all divisions at once: test/erasure.test.ts.
  triedElsewhere: ["erasePersonInForeignRelations"],
  cases: [
    {
      mutation: "createEvent",
      input: number => ({
        title: { vi: `Giao lưu ${number}` },
        kind: "EXCHANGE",
        startsOn: "2026-03",
        headcount: 40,
        headcountQualifier: "ABOUT",
        organisers: [{ role: "HOST", association: "vinh-phuc:la" }, { role: "COORDINATING", partner: "ministry-of-foreign-affairs" }],
        countries: ["LA"],
        ngos: ["dragon"],
      }),
      invalid: [
        [{ title: { vi: " " } }, "title"],
        [{ title: {} }, "title"],
        [{ kind: "PICNIC" }, "kind"],
        [{ startsOn: "2026-02-30" }, "input"],
        [{ endsOn: "2026-02" }, "endsOn"],
        [{ headcount: -1 }, "headcount"],
        [{ headcount: null }, "headcountQualifier"],
        [{ organisers: [{ ...host, role: "GUEST" }] }, "organisers"],
        [{ organisers: [{ ...host, association: "vinh-phuc:la" }] }, "organisers"],
        [{ organisers: [host, { role: "HOST" }] }, "organisers"],
        [{ organisers: [host, host] }, "organisers"],
        [{ organisers: [host, { role: "HOST", association: "laos" }] }, "organisers"],
        [{ organisers: [host, { role: "HOST", partner: "nobody" }] }, "partner"],
        [{ countries: ["ZZ"] }, "countries"],
        [{ countries: ["LA", "LA"] }, "countries"],
        [{ occasion: "no-such-day" }, "occasion"],
        [{ implements: ["no-such-document"] }, "document"],
        [{ ngos: ["Not an id"] }, "ngos"],
        [{ ngos: ["x".repeat(3000)] }, "ngos"],
        [{ implements: ["x".repeat(3000)] }, "implements"],
        [{ occasion: "x".repeat(3000) }, "occasion"],
        [{ organisers: [host, { role: "HOST", partner: "x".repeat(3000) }] }, "organisers.partner"],
      ],
    },
    {
      mutation: "changeEvent",
      of: "createEvent",
      input: () => ({ startsOn: "2026-04-02", endsOn: "2026-04-03", countries: ["LA", "KH"], headcount: 55 }),
      invalid: [
        [{ endsOn: "2026-04-01" }, "endsOn"],
        [{ headcount: null, headcountQualifier: "ABOUT" }, "headcountQualifier"],
        [{ organisers: [{ role: "HOST" }] }, "organisers"],
        [{ startsOn: null, endsOn: "2025" }, "endsOn"],
        [{ title: { en: "x".repeat(501) } }, "title"],
      ],
    },
    { mutation: "endEvent", of: "createEvent", input: () => ({ on: "2026-02-20", reason: "A storm" }), invalid: [[{ on: "2999" }, "on"], [{ on: "2026-04-01" }, "on"], [{ reason: " " }, "reason"]] },
    {
      mutation: "correctEvent",
      of: "createEvent",
      input: () => ({ organisers: [host], countries: ["KH"], kind: "FESTIVAL", reason: "Misread" }),
      invalid: [[{ reason: "" }, "reason"], [{ calledOffOn: "2026-01-01" }, "calledOffOn"], [{ kind: "PICNIC" }, "kind"]],
    },
    ...figureChangeCases(foreignRelations),
  ],
});
