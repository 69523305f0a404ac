import { demoPart, Dice, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { demoPersonId } from "../person";
import { Scholarship, ScholarshipAmountBasis } from "./scholarship";
import { ScholarshipAssociation, ScholarshipRecipient } from "./scholarship-part";

const { PER_RECIPIENT, TOTAL } = ScholarshipAmountBasis;

// Laos and Cambodia come first, as in the articles.
const givers = [0, 0, 0, 1, 1, 2];
const aYear = 12;

interface DemoScholarship {
  row: Partial<Scholarship> & { id: string };
  associationIds: string[];
  recipients: number[];
}

const demoScholarships = (union: DemoUnion): DemoScholarship[] => {
  const { id: unionId, label, associations, ngoIds, firstYear, lastYear } = union;
  const dice = new Dice(`${unionId} scholarships`);
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);
  return years.flatMap(year =>
    Array.from({ length: aYear }, (_, at): DemoScholarship => {
      const giver = associations[dice.one(givers)]!;
      const number = dice.int(1, 25);
      const inDollars = dice.chance(0.1);
      const basis = dice.chance(0.7) ? PER_RECIPIENT : TOTAL;
      const each = inDollars ? dice.int(2, 10) * 100 : dice.int(2, 12) * 1_000_000;
      const nobody = { sponsorPartnerId: null, sponsorNgoId: null, sponsorAssociationId: null, sponsorName: null };
      const sponsor = dice.one([
        { ...nobody, sponsorAssociationId: giver.id }, { ...nobody, sponsorNgoId: dice.one(ngoIds) }, { ...nobody, sponsorPartnerId: `${unionId}:partner-${dice.int(1, 3)}` },
        { ...nobody, sponsorName: `Doanh nghiệp mẫu ${dice.int(1, 5)} (${label})` },
      ]);
      const isWorthKnown = dice.chance(0.9);
      return {
        row: {
          id: `${unionId}:scholarship-${year}-${String(at + 1).padStart(2, "0")}`,
          unionId,
          recipientCount: dice.chance(0.95) ? number : null,
          nationality: giver.countries[0]!,
          school: `Trường mẫu ${dice.int(1, 6)} (${label})`,
          academicYear: `${year}-${year + 1}`,
          awardedOn: dice.day(year, year),
          amount: isWorthKnown ? String(basis === TOTAL ? each * number : each) : null,
          currency: isWorthKnown ? (inDollars ? "USD" : "VND") : null,
          amountBasis: isWorthKnown ? basis : null,
          ...sponsor,
          sourceId: null,
        },
        associationIds: [giver.id],
        recipients: number > 3 ? [] : Array.from({ length: number }, (__, which) => (year - firstYear) * 100 + at * 4 + which + 1),
      };
    }),
  );
};

export const scholarshipDemo = [
  demoPart({ table: Scholarship, key: "id", rows: union => demoScholarships(union).map(({ row }) => row) }),
  demoPart({
    table: ScholarshipAssociation,
    key: "scholarship_id",
    rows: union => demoScholarships(union).flatMap(({ row: { id }, associationIds }) => associationIds.map(associationId => ({ scholarshipId: id, associationId }))),
  }),
  demoPart({
    table: ScholarshipRecipient,
    key: "scholarship_id",
    rows: union =>
      demoScholarships(union).flatMap(({ row: { id, recipientCount }, recipients }) =>
        recipientCount === null ? [] : recipients.map(number => ({ scholarshipId: id, personId: demoPersonId(union, number) })),
      ),
  }),
];
