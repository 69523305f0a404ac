import { Decimal, LocalizedText, Money } from "@huu-nghi/subgraph-kit";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

export enum AidGrouping {
  YEAR = "YEAR",
  SECTOR = "SECTOR",
  COUNTRY = "COUNTRY",
  LOCALITY = "LOCALITY",
  NGO = "NGO",
  DONOR_KIND = "DONOR_KIND",
}
registerEnumType(AidGrouping, {
  name: "AidGrouping",
  description: "By what a sum of aid is split into rows.",
  valuesConfig: {
    YEAR: { description: "By the year of each entry's date; the key is the year." },
    SECTOR: { description: "By sector, with each project's percentages; the key is the sector's code." },
    COUNTRY: { description: "By the country of the NGOs that pay; the key is its ISO 3166-1 code." },
    LOCALITY: { description: "By the place where projects work; the key is the locality's id." },
    NGO: { description: "By the NGO that pays; the key is its id." },
    DONOR_KIND: { description: "By what the donor is; the key is a DonorKind." },
  },
});

export enum AidMeasure {
  COMMITTED = "COMMITTED",
  DISBURSED = "DISBURSED",
}
registerEnumType(AidMeasure, {
  name: "AidMeasure",
  description: "Which money is summed up.",
  valuesConfig: {
    COMMITTED: { description: "What was promised, less what was cut: the figure ngoAid.committed." },
    DISBURSED: { description: "What was paid: the figure ngoAid.disbursed." },
  },
});

/** The figure that a measure is; a union declares its records complete by these codes. */
export const figureCodes: Record<AidMeasure, string> = { COMMITTED: "ngoAid.committed", DISBURSED: "ngoAid.disbursed" };

export const unallocated = { key: "unallocated", label: { vi: "Chưa phân bổ", en: "Unallocated", ownTranslation: null } };

@ObjectType({ description: "One row of a summary." })
export class AidSummaryRow {
  @Field(() => String, { description: "What the row is of, by the grouping; `unallocated` for what no percentage covers, or has no country." })
  key!: string;

  @Field(() => LocalizedText, { description: "What it is called." })
  label!: LocalizedText;

  @Field(() => Money, { description: "The row's part of the total. Where a project belongs to several rows, each has its percentage of it, or an equal part where nobody says." })
  amount!: Money;

  @Field(() => Decimal, { nullable: true, description: "amount / total, to 6 places; null when the total is 0." })
  share!: string | null;

  @Field(() => Int, { description: "Projects with an entry in the row. A project can be in several rows." })
  projectCount!: number;
}

@ObjectType({ description: "The aid of a period, split into rows that add up to the total exactly." })
export class AidSummary {
  @Field(() => Money, { description: "The sum of all entries dated in the period that could be converted, each at the rate of its own date; 0 when none could, and `unconverted` says how many." })
  total!: Money;

  @Field(() => Int, { description: "Entries that are in neither total nor rows, since no exchange rate is known for their date." })
  unconverted!: number;

  @Field(() => [AidSummaryRow], { description: "Years in their order, all others the largest first; what is not allocated last." })
  rows!: AidSummaryRow[];
}

@ObjectType({ description: "What was promised and paid in a period, by the entries dated in it." })
export class AidTotals {
  @Field(() => Money, { description: "What was promised, less what was cut. 0 where no promise is recorded, or none could be converted." })
  committed!: Money;

  @Field(() => Money, { description: "What was paid. 0 where no payment is recorded, or none could be converted." })
  disbursed!: Money;

  @Field(() => Int, { description: "Projects with an entry in the period." })
  projectCount!: number;

  @Field(() => Int, { description: "Entries that are in neither sum, since no exchange rate is known for their date." })
  unconverted!: number;
}

/** What a statement sums up of a period; null where no entry could be converted. */
export interface Sums {
  committed: string | null;
  disbursed: string | null;
  projectCount: number;
  unconverted: number;
}

export const totalsOf = ({ committed, disbursed, projectCount, unconverted }: Sums, currency: string): AidTotals => ({
  committed: { amount: committed ?? "0", currency },
  disbursed: { amount: disbursed ?? "0", currency },
  projectCount,
  unconverted,
});

/** For a period of which a union said that its records are complete, and where there are none. */
export const nothing: Sums = { committed: "0", disbursed: "0", projectCount: 0, unconverted: 0 };
