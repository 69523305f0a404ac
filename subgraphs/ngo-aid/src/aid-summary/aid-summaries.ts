import { countryName } from "@huu-nghi/reference";
import { CompletePeriods, type LocalizedText, type RequestScope } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { AidProjects } from "../aid-project";
import { ForeignNgos } from "../foreign-ngo";
import { Sectors } from "../sector";
import { AidGrouping, AidMeasure, figureCodes, nothing, totalsOf, unallocated, type AidSummary, type AidSummaryRow, type AidTotals } from "./aid-summary";
import { apportion, compareAmounts, shareOf } from "./apportion";
import { donorKindLabels } from "./donor-kind-labels";
import { summaryStatement, type AidQuestion, type SummedRow } from "./statement";

interface Summed {
  /** Undefined when nothing was recorded. */
  total: SummedRow | undefined;
  rows: SummedRow[];
}

const columnOf = { COMMITTED: "committed", DISBURSED: "disbursed" } as const;
const bothMeasures = [AidMeasure.COMMITTED, AidMeasure.DISBURSED];

/** The rows' amounts of one measure, rounded so that they add up to the total; without rows of which nothing was converted. */
const roundedRows = ({ total, rows }: Summed, measure: AidMeasure, digits: number) => {
  const known = rows.filter(row => row[columnOf[measure]] !== null);
  const amounts = apportion(total?.[columnOf[measure]] ?? "0", known.map(row => row[columnOf[measure]]!), digits);
  return known.map((row, index) => ({ ...row, amount: amounts[index]! }));
};

/** Sums of aid, split by a grouping. Those that are asked for together with one grouping take one statement. */
export class AidSummaries {
  constructor(private readonly scope: RequestScope) {}

  private readonly summed = new DataLoader<AidQuestion, Summed, string>(
    async questions => {
      const answers = new Map<AidQuestion, Summed>();
      const answer = async (groupBy: AidGrouping) => {
        const group = questions.filter(question => question.groupBy === groupBy);
        const rows = await this.scope.rows<SummedRow>(summaryStatement(groupBy, group));
        for (const [index, question] of group.entries()) {
          const own = rows.filter(row => row.question === index + 1);
          answers.set(question, { total: own.find(({ isTotal }) => isTotal), rows: own.filter(({ isTotal }) => !isTotal) });
        }
      };
      await Promise.all([...new Set(questions.map(({ groupBy }) => groupBy))].map(answer));
      return questions.map(question => answers.get(question)!);
    },
    { cacheKeyFn: question => JSON.stringify(question) },
  );

  /** Null when nothing was recorded and the union did not say that there was nothing. */
  async summary(question: Omit<AidQuestion, "measures">, measure: AidMeasure): Promise<AidSummary | null> {
    const summed = await this.summed.load({ ...question, measures: [measure] });
    if (!summed.total && !(await this.isComplete(question, [measure]))) return null;
    const { code: currency, digits } = question.currency;
    const total = summed.total?.[columnOf[measure]] ?? "0";
    const byKey = question.groupBy === AidGrouping.YEAR;
    const rows = roundedRows(summed, measure, digits).sort(
      (a, b) => Number(a.key === null) - Number(b.key === null) || (byKey ? 0 : compareAmounts(b.amount, a.amount)) || a.key!.localeCompare(b.key!),
    );
    return {
      total: { amount: total, currency },
      unconverted: summed.total?.unconverted ?? 0,
      rows: await Promise.all(
        rows.map(
          async ({ key, amount, projectCount }): Promise<AidSummaryRow> => ({
            key: key ?? unallocated.key,
            label: await this.label(question.groupBy, key),
            amount: { amount, currency },
            share: shareOf(amount, total),
            projectCount,
          }),
        ),
      ),
    };
  }

  /** A country's rows of the summaries by country, so that the two never differ; null where nothing is known. */
  async ofCountry(code: string, asked: Omit<AidQuestion, "measures" | "groupBy">): Promise<AidTotals | null> {
    const summed = await this.summed.load({ ...asked, groupBy: AidGrouping.COUNTRY, measures: bothMeasures });
    const row = summed.rows.find(({ key }) => key === code);
    if (!row) return (await this.isComplete(asked, bothMeasures)) ? totalsOf(nothing, asked.currency.code) : null;
    const amount = (measure: AidMeasure) => roundedRows(summed, measure, asked.currency.digits).find(({ key }) => key === code)?.amount ?? null;
    return totalsOf({ ...row, committed: amount(AidMeasure.COMMITTED), disbursed: amount(AidMeasure.DISBURSED) }, asked.currency.code);
  }

  private isComplete({ unionId, from, to }: Pick<AidQuestion, "unionId" | "from" | "to">, measures: AidMeasure[]) {
    return unionId !== null && this.scope.get(CompletePeriods).include(unionId, measures.map(measure => figureCodes[measure]), { from, to });
  }

  private async label(groupBy: AidGrouping, key: string | null): Promise<LocalizedText> {
    if (key === null) return unallocated.label;
    const plain: LocalizedText = { vi: key, en: key, ownTranslation: null };
    const named = {
      YEAR: () => plain,
      SECTOR: async () => (await this.scope.get(Sectors).byCode.load(key))?.name,
      COUNTRY: () => ({ ...plain, ...countryName(key) }),
      LOCALITY: async () => (await this.scope.get(AidProjects).locality.load(key))?.name,
      NGO: async () => (await this.scope.get(ForeignNgos).byId.load(key))?.name,
      DONOR_KIND: () => ({ ...plain, ...donorKindLabels[key as keyof typeof donorKindLabels] }),
    }[groupBy];
    return (await named()) ?? plain;
  }
}
