import { contains, demoRows, empty, raw, sql, type Sql } from "@huu-nghi/subgraph-kit";
import { inUnion } from "../union";
import type { SponsorColumns } from "./scholarship";
import type { ScholarshipArgs } from "./scholarship.args";
import { givenAcademicYear, givenSponsor } from "./scholarship-rules";

/** Which awards of scholarships. */
export interface ScholarshipFilter {
  unionId?: string | null | undefined;
  includeDescendants?: boolean;
  associationId?: string | null | undefined;
  nationality?: string | null | undefined;
  school?: string | null | undefined;
  academicYear?: string | null | undefined;
  sponsor?: SponsorColumns | null | undefined;
  text?: string | null | undefined;
}

const when = (given: unknown, condition: Sql) => (given == null ? empty : sql`and ${condition}`);

const ofSponsor = ({ sponsorPartnerId, sponsorNgoId, sponsorAssociationId, sponsorName }: SponsorColumns) =>
  sponsorPartnerId !== null ? sql`scholarship.sponsor_partner_id = ${sponsorPartnerId}`
  : sponsorNgoId !== null ? sql`scholarship.sponsor_ngo_id = ${sponsorNgoId}`
  : sponsorAssociationId !== null ? sql`scholarship.sponsor_association_id = ${sponsorAssociationId}`
  : sql`fold_text(scholarship.sponsor_name) = fold_text(${sponsorName})`;

export const matching = ({ unionId, includeDescendants, associationId, nationality, school, academicYear, sponsor, text }: ScholarshipFilter): Sql => sql`
  ${contains(["scholarship.school", "scholarship.sponsor_name"], text)}
  ${unionId == null ? empty : sql`and ${inUnion("scholarship.union_id", unionId, includeDescendants)}`}
  ${when(associationId, sql`exists (select from scholarship_association giver where giver.scholarship_id = scholarship.id and giver.association_id = ${associationId})`)}
  ${when(nationality, sql`scholarship.nationality = ${nationality}`)}
  ${when(school, sql`fold_text(scholarship.school) = fold_text(${school})`)}
  ${when(academicYear, sql`scholarship.academic_year = ${academicYear}`)}
  ${sponsor == null ? empty : sql`and ${ofSponsor(sponsor)}`}`;

/** Made-up awards are in no list that does not name what they belong to. */
export const real = ({ unionId, associationId }: ScholarshipFilter): Sql => (unionId == null && associationId == null ? sql`not ${raw(demoRows("scholarship.union_id"))}` : sql`true`);

/** What an award is worth in all, in its currency; null where that is not known. */
export const worth = raw("case scholarship.amount_basis when 'TOTAL' then scholarship.amount else scholarship.amount * scholarship.recipient_count end");

/** Which awards are asked for, with the rules that inputs have. */
export const filterOf = ({ union, association, includeDescendants, nationality, school, academicYear, sponsor, text }: ScholarshipArgs): ScholarshipFilter => ({
  unionId: union,
  associationId: association,
  includeDescendants: includeDescendants ?? false,
  nationality,
  school,
  academicYear: academicYear == null ? null : givenAcademicYear(academicYear),
  sponsor: sponsor == null ? null : givenSponsor(sponsor),
  text,
});
