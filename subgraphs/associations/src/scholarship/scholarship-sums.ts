import { countryName } from "@huu-nghi/reference";
import { BadInput, empty, Pages, raw, sql, type List, type LocalizedText, type PageArgs, type RequestScope, type Sql } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { FriendshipAssociations } from "../friendship-association";
import type { SponsorColumns } from "./scholarship";
import { ScholarshipGrouping } from "./scholarship.args";
import { matching, real, worth } from "./scholarship-filter";
import { sponsorOf } from "./scholarship-sponsor";
import type { ScholarshipQuestion, ScholarshipSums, ScholarshipTotal, ScholarshipTotals } from "./scholarship-total";
import { Scholarships } from "./scholarships";

const unknown = "-";

// Nobody's key: folded texts have no punctuation, and the others' begin with what they are.
const keys: Record<ScholarshipGrouping, Sql> = {
  NATIONALITY: sql`scholarship.nationality`,
  ACADEMIC_YEAR: sql`scholarship.academic_year`,
  SCHOOL: sql`fold_text(scholarship.school)`,
  SPONSOR: sql`coalesce('partner ' || scholarship.sponsor_partner_id, 'ngo ' || scholarship.sponsor_ngo_id, 'association ' || scholarship.sponsor_association_id, 'name ' || fold_text(scholarship.sponsor_name))`,
};

const keyOf = (groupBy: ScholarshipGrouping) => sql`coalesce(${keys[groupBy]}, ${unknown}::text)`;

const within = ({ from, to }: ScholarshipQuestion) => sql`
  ${from == null ? empty : sql`and partial_start(scholarship.awarded_on) >= ${from}::date`}
  ${to == null ? empty : sql`and partial_end(scholarship.awarded_on) <= ${to}::date`}`;

const awards = (question: ScholarshipQuestion) => sql`scholarship where ${matching(question)} and ${real(question)} ${within(question)}`;

/** By key, and in it by currency, which never add up. */
const sumsStatement = (question: ScholarshipQuestion, key: Sql, only: Sql) => sql`
  select key, sum(awards)::int as awards, sum(recipients)::int as recipients, sum(recipients_unknown)::int as "recipientsUnknown", sum(amounts_unknown)::int as "amountsUnknown",
    coalesce(json_agg(json_build_object('amount', amount::text, 'currency', currency) order by currency) filter (where amount is not null), '[]') as amounts,
    min(school) as school, min(partner) as "sponsorPartnerId", min(ngo) as "sponsorNgoId", min(association) as "sponsorAssociationId", min(name) as "sponsorName"
  from (
    select ${key} as key, scholarship.currency, count(*) as awards, sum(scholarship.recipient_count) as recipients, count(*) filter (where scholarship.recipient_count is null) as recipients_unknown,
      sum(${worth}) as amount, count(*) filter (where ${worth} is null) as amounts_unknown, min(scholarship.school) as school,
      min(scholarship.sponsor_partner_id) as partner, min(scholarship.sponsor_ngo_id) as ngo, min(scholarship.sponsor_association_id) as association, min(scholarship.sponsor_name) as name
    from ${awards(question)} ${only} group by 1, 2
  ) part group by key`;

type SumsRow = ScholarshipSums & SponsorColumns & { key: string; school: string | null };

const largestFirst = [{ column: "recipients", type: "int", direction: "desc" }] as const;
const latestFirst = [{ column: "key", type: "text", direction: "desc" }] as const;

const listOf = (groupBy: ScholarshipGrouping): List<ScholarshipQuestion> => ({
  name: `scholarships by ${groupBy}`,
  order: [...(groupBy === ScholarshipGrouping.ACADEMIC_YEAR ? latestFirst : largestFirst)],
  rows: question => sql`
    select asked.parent, part.key as id, part.key, part.recipients from asked
    cross join (select ${keyOf(groupBy)} as key, sum(scholarship.recipient_count)::int as recipients from ${awards(question)} group by 1) part`,
});

/** What awards of scholarships add up to. */
export class ScholarshipTotaling {
  constructor(private readonly scope: RequestScope) {}

  /** Null when no award is written down: unknown is not 0. */
  async totals(question: ScholarshipQuestion): Promise<ScholarshipTotals | null> {
    if (question.from != null && question.to != null && question.from > question.to) throw new BadInput("to", `The period ends on ${question.to}, before it begins on ${question.from}.`);
    if (question.sponsor) await this.scope.get(Scholarships).knownSponsor(question.sponsor);
    const [[sums], undated] = await Promise.all([this.scope.rows<SumsRow>(sumsStatement(question, sql`''`, empty)), this.undated(question)]);
    const nothing = { awards: 0, recipients: null, recipientsUnknown: 0, amounts: [], amountsUnknown: 0 };
    return sums || undated > 0 ? { ...(sums ?? nothing), undated, asked: question } : null;
  }

  rows = (question: ScholarshipQuestion, args: PageArgs) => this.scope.get(Pages).of(listOf(question.groupBy), null, question, args, this.parts(question));

  private parts(question: ScholarshipQuestion) {
    const key = keyOf(question.groupBy);
    return new DataLoader<string, ScholarshipTotal | null>(async wanted => {
      const rows = await this.scope.rows<SumsRow>(sumsStatement(question, key, sql`and ${key} = any(${[...wanted]})`));
      const parts = await Promise.all(rows.map(async row => ({ ...row, ...(await this.named(question.groupBy, row)) })));
      const found = new Map(parts.map(part => [part.key, part]));
      return wanted.map(each => found.get(each) ?? null);
    });
  }

  private async named(groupBy: ScholarshipGrouping, row: SumsRow): Promise<Pick<ScholarshipTotal, "label" | "country" | "sponsor">> {
    const { key, school } = row;
    const plain = (text: string): LocalizedText => ({ vi: text, en: text, ownTranslation: null });
    const isKnown = key !== unknown;
    const nobodySays: LocalizedText = { vi: "Không rõ", en: "Not known", ownTranslation: null };
    const ofNothing = { label: nobodySays, country: null, sponsor: null };
    if (!isKnown) return ofNothing;
    if (groupBy === ScholarshipGrouping.NATIONALITY) return { ...ofNothing, label: { ...plain(key), ...countryName(key) }, country: { code: key } };
    if (groupBy === ScholarshipGrouping.SPONSOR) return { ...ofNothing, label: await this.sponsorLabel(row), sponsor: sponsorOf(this.scope, row) };
    return { ...ofNothing, label: plain(school !== null && groupBy === ScholarshipGrouping.SCHOOL ? school : key) };
  }

  private async sponsorLabel({ sponsorPartnerId, sponsorNgoId, sponsorAssociationId, sponsorName }: SponsorColumns): Promise<LocalizedText> {
    const association = sponsorAssociationId === null ? null : await this.scope.get(FriendshipAssociations).byId.load(sponsorAssociationId);
    const text = sponsorName ?? sponsorPartnerId ?? sponsorNgoId ?? sponsorAssociationId;
    return association?.name ?? { vi: text, en: text, ownTranslation: null };
  }

  /** Of which only the school year is known, or a span that lies in the period in part only. */
  private async undated(question: ScholarshipQuestion): Promise<number> {
    const { from, to } = question;
    if (from == null && to == null) return 0;
    const begins = raw("coalesce(partial_start(scholarship.awarded_on), make_date(left(scholarship.academic_year, 4)::int, 1, 1))");
    const ends = raw("coalesce(partial_end(scholarship.awarded_on), make_date(right(scholarship.academic_year, 4)::int, 12, 31))");
    const touches = sql`${to == null ? sql`true` : sql`${begins} <= ${to}::date`} and ${from == null ? sql`true` : sql`${ends} >= ${from}::date`}`;
    const [found] = await this.scope.rows<{ count: number }>(sql`
      select count(*)::int as count from scholarship where ${matching(question)} and ${real(question)} and ${touches} and not coalesce((true ${within(question)}), false)`);
    return found?.count ?? 0;
  }
}
