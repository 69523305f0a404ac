import { figureChangeCases, testChanges, viewers } from "@huu-nghi/test-kit";
import { loadCases } from "./cases.fixture";
import { ngoAid } from "./ngo-aid";

const ids = { project: "", promise: "" };
const dong = (amount: string) => ({ amount, currency: "VND" });

testChanges(ngoAid, {
  union: "vinh-phuc",
  otherUnion: "dong-nai",
  prepare: async test => {
    await loadCases(test.urls);
    const who = viewers.officer("ngo-aid", "vinh-phuc");
    const made = await test.run('mutation { createAidProject(input: { idempotencyKey: "a project", union: "vinh-phuc", code: "A", title: { en: "A" } }) { aidProject { id } } }', {}, who);
    ids.project = made.data.createAidProject.aidProject.id;
    const input = { idempotencyKey: "a promise", project: ids.project, amount: dong("1000"), signedOn: "2024-01-01" };
    const promised = await test.run("mutation ($input: CreateCommitmentInput!) { createCommitment(input: $input) { commitment { id } } }", { input }, who);
    ids.promise = promised.data.createCommitment.commitment.id;
  },
  // In all divisions at once: test/erasure.test.ts.
  triedElsewhere: ["erasePersonInNgoAid"],
  cases: [
    {
      mutation: "createAidProject",
      input: number => ({
        union: "vinh-phuc",
        code: `VP-${number}`,
        title: { vi: `Trường học ${number}` },
        status: "RUNNING",
        startsOn: "2024-03",
        ngos: [{ ngo: "dragon", percentage: "60" }, { ngo: "crane" }],
        sectors: [{ sector: "education", percentage: "33.33" }],
        localities: [{ locality: "commune-a" }],
        associations: ["vinh-phuc:jp"],
      }),
      invalid: [
        [{ code: " " }, "code"],
        [{ title: { en: "" } }, "title"],
        [{ status: "PAUSED" }, "status"],
        [{ endsOn: "2024-02" }, "endsOn"],
        [{ ngos: [{ ngo: "no-such-ngo" }] }, "ngo"],
        [{ ngos: [{ ngo: "dragon" }, { ngo: "dragon" }] }, "ngos"],
        [{ ngos: [{ ngo: "dragon", percentage: "60" }, { ngo: "crane", percentage: "40.01" }] }, "ngos"],
        [{ sectors: [{ sector: "education", percentage: "0" }] }, "sectors"],
        [{ sectors: [{ sector: "education", percentage: "-5" }] }, "sectors"],
        [{ sectors: [{ sector: "no-such-sector", percentage: "5" }] }, "sectorCode"],
        [{ localities: [{ locality: "no-such-place" }] }, "locality"],
        [{ localities: [{ locality: "commune-a", percentage: "100.0000000001" }] }, "localities"],
        [{ associations: ["jp"] }, "associations"],
        [{ union: "x".repeat(3000) }, "union"],
        [{ ngos: [{ ngo: "x".repeat(3000) }] }, "ngos.ngo"],
        [{ sectors: [{ sector: "x".repeat(3000), percentage: "5" }] }, "sectors"],
        [{ localities: [{ locality: "x".repeat(3000) }] }, "localities.locality"],
      ],
    },
    {
      mutation: "changeAidProject",
      of: "createAidProject",
      input: () => ({ endsOn: "2026-12", sectors: [{ sector: "education", percentage: "40" }, { sector: "relief", percentage: "60" }] }),
      invalid: [[{ endsOn: "2024-02" }, "endsOn"], [{ status: "COMPLETED" }, "status"], [{ sectors: [{ sector: "relief", percentage: "101" }] }, "sectors"], [{ code: "" }, "code"]],
    },
    {
      mutation: "endAidProject",
      of: "createAidProject",
      input: () => ({ on: "2025-06-30", status: "COMPLETED", reason: "All was built" }),
      invalid: [[{ on: "2024-02" }, "on"], [{ on: "2999" }, "on"], [{ status: "RUNNING" }, "status"], [{ reason: "" }, "reason"]],
    },
    {
      mutation: "correctAidProject",
      of: "createAidProject",
      input: number => ({ code: `RIGHT-${number}`, ngos: [{ ngo: "crane" }], localities: [], startsOn: "2023", reason: "Misread" }),
      invalid: [[{ reason: " " }, "reason"], [{ startsOn: "2024", endsOn: "2023" }, "endsOn"]],
    },
    {
      mutation: "createCommitment",
      input: number => ({ project: ids.project, amount: { amount: `${number}.5`, currency: "USD" }, signedOn: "2024-05-01" }),
      invalid: [
        [{ project: "nowhere" }, "project"],
        [{ amount: dong("0") }, "amount.amount"],
        [{ amount: dong("-5") }, "amount.amount"],
        [{ amount: dong("1.5") }, "amount.amount"],
        [{ amount: dong("1".repeat(22)) }, "amount.amount"],
        [{ amount: { amount: "5", currency: "ABC" } }, "amount.currency"],
        [{ amount: { amount: "1e9", currency: "VND" } }, "input"],
        [{ signedOn: "2999-01-01" }, "signedOn"],
        [{ kind: "REVISION" }, "revises"],
        [{ kind: "REVISION", revises: "nowhere" }, "revises"],
      ],
    },
    {
      mutation: "endCommitment",
      of: "createCommitment",
      input: () => ({ on: "2025-01-31", reason: "The donor closed" }),
      invalid: [[{ on: "2025-01" }, "on"], [{ on: "2999-01-01" }, "on"], [{ on: "2024-05-01" }, "on"], [{ reason: "" }, "reason"]],
    },
    {
      mutation: "correctCommitment",
      of: "createCommitment",
      input: () => ({ amount: dong("25"), signedOn: "2024-05-02", reason: "Misread" }),
      invalid: [[{ amount: dong("-25") }, "amount.amount"], [{ revises: "nowhere" }, "revises"], [{ withdrawnOn: "2025-01-01" }, "withdrawnOn"], [{ reason: "" }, "reason"]],
    },
    {
      mutation: "createDisbursement",
      input: number => ({ project: ids.project, amount: dong(String(number)), paidOn: "2024-06-01" }),
      invalid: [[{ project: "nowhere" }, "project"], [{ paidOn: "2999-01-01" }, "paidOn"], [{ amount: dong("0") }, "amount.amount"], [{ amount: dong("-1"), paidOn: "2024-01-01" }, "amount.amount"], [{ amount: { amount: "1", currency: "XYZ" } }, "amount.currency"]],
    },
    {
      mutation: "correctDisbursement",
      of: "createDisbursement",
      input: () => ({ amount: dong("77"), reason: "Misread" }),
      invalid: [[{ amount: dong("0") }, "amount.amount"], [{ paidOn: "2999-01-01" }, "paidOn"], [{ reason: "" }, "reason"]],
    },
    ...figureChangeCases(ngoAid),
  ],
});
