type Wrong = [Record<string, unknown>, string];

interface Case {
  mutation: string;
  of?: string;
  input: (number: number) => Record<string, unknown>;
  invalid: Wrong[];
}

const amount = { amount: "2000000", currency: "VND", basis: "PER_RECIPIENT" };
const wrongAmounts: Wrong[] = [
  [{ amount: { ...amount, amount: "0" } }, "amount.amount"], [{ amount: { ...amount, amount: "-5" } }, "amount.amount"], [{ amount: { ...amount, amount: "0.5" } }, "amount.amount"],
  [{ amount: { ...amount, amount: "9".repeat(22) } }, "amount.amount"], [{ amount: { ...amount, currency: "XXY" } }, "amount.currency"],
];
const wrongSponsors: Wrong[] = [
  [{ sponsor: {} }, "sponsor"], [{ sponsor: { name: "Một", partner: "hai" } }, "sponsor"], [{ sponsor: { association: "vinh-phuc:xx" } }, "sponsor.association"], [{ sponsor: { partner: "Đối tác" } }, "sponsor.partner"],
  [{ sponsor: { foreignNgo: "A b" } }, "sponsor.foreignNgo"], [{ sponsor: { name: " " } }, "sponsor.name"],
];
const wrongAssociations: Wrong[] = [
  [{ associations: [] }, "associations"], [{ associations: ["vinh-phuc:xx"] }, "associations"], [{ associations: ["vinh-phuc:la", "vinh-phuc:la"] }, "associations"],
];
const wrongRecipients: Wrong[] = [
  [{ recipients: ["nobody"] }, "recipients"], [{ recipients: ["of-dong-nai"] }, "recipients"], [{ recipients: ["person-1", "person-1"] }, "recipients"],
  [{ recipients: Array.from({ length: 51 }, (_, at) => `person-${at + 1}`) }, "recipients"],
];
const wrongTimes: Wrong[] = [[{ awardedOn: "2999" }, "awardedOn"], [{ awardedOn: "2023-02-29" }, "input"], [{ awardedOn: "2010" }, "awardedOn"]];
const wrongWords: Wrong[] = [
  [{ academicYear: "2023-2025" }, "academicYear"], [{ academicYear: "2023" }, "academicYear"], [{ nationality: "XX" }, "nationality"], [{ school: " " }, "school"], [{ school: "x".repeat(201) }, "school"],
];
const wrongReasons: Wrong[] = [[{ reason: "" }, "reason"], [{ reason: " \n" }, "reason"]];

/** In the union vinh-phuc, with its people person-1 to person-999, and `of-dong-nai`, who is not. */
export const scholarshipChangeCases: Case[] = [
  {
    mutation: "createScholarship",
    input: number => ({
      associations: ["vinh-phuc:gb", "vinh-phuc:la"], sponsor: { name: `Doanh nghiệp mẫu ${number}` }, recipientCount: 5, recipients: ["person-1", "person-2"], nationality: "LA",
      school: "Trường mẫu", academicYear: "2023-2024", awardedOn: "2023-09", amount,
    }),
    invalid: [
      ...wrongAmounts, ...wrongSponsors, ...wrongAssociations, ...wrongRecipients, ...wrongTimes, ...wrongWords, [{ recipientCount: 0 }, "recipientCount"], [{ recipientCount: 1 }, "recipients"],
      [{ awardedOn: null, academicYear: null }, "awardedOn"], [{ academicYear: "2017-2018" }, "awardedOn"], [{ awardedOn: "2021-12" }, "awardedOn"],
    ],
  },
  {
    mutation: "changeScholarship",
    of: "createScholarship",
    input: number => ({ recipientCount: 5 + number, recipients: ["person-3"], amount: { ...amount, basis: "TOTAL" } }),
    invalid: [...wrongAmounts, ...wrongRecipients, ...wrongTimes, [{ recipientCount: -1 }, "recipientCount"], [{ recipientCount: 1, recipients: ["person-1", "person-2"] }, "recipients"]],
  },
  {
    mutation: "correctScholarship",
    of: "createScholarship",
    input: () => ({ sponsor: { association: "vinh-phuc:la" }, associations: ["vinh-phuc:la"], school: null, academicYear: "2022-2023", amount: null, reason: "The list says so" }),
    invalid: [...wrongReasons, ...wrongSponsors, ...wrongAssociations, ...wrongWords.slice(0, 4), [{ awardedOn: null, academicYear: null }, "awardedOn"], [{ academicYear: "2025-2026" }, "awardedOn"], [{ recipientCount: 1 }, "recipientCount"]],
  },
];
