import { CurrencyCode, Decimal, LocalDate } from "@huu-nghi/subgraph-kit";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum ExchangeRateKind {
  MONTHLY_ACCOUNTING = "MONTHLY_ACCOUNTING",
  YEARLY_AVERAGE = "YEARLY_AVERAGE",
  CENTRAL = "CENTRAL",
  OTHER = "OTHER",
}
registerEnumType(ExchangeRateKind, {
  name: "ExchangeRateKind",
  description: "What an exchange rate is of.",
  valuesConfig: {
    MONTHLY_ACCOUNTING: { description: "The Ministry of Finance's accounting rate; it holds for its month." },
    YEARLY_AVERAGE: { description: "The average of a year; it holds for that year." },
    CENTRAL: { description: "The State Bank's central rate of a day." },
    OTHER: { description: "Another one; its source says which." },
  },
});

@Entity("exchange_rate")
@ObjectType({ description: "What a unit of a currency was worth in Vietnamese dong for some days." })
export class ExchangeRate {
  @PrimaryColumn("text")
  id!: string;

  @Field(() => CurrencyCode, { description: "The currency; never VND." })
  @Column("text")
  currency!: string;

  @Field(() => Decimal, { description: "Dong for one unit of the currency." })
  @Column("numeric")
  vndPerUnit!: string;

  @Field(() => LocalDate, { description: "The first day on which it holds." })
  @Column("date")
  validFrom!: string;

  @Field(() => LocalDate, { description: "The last day on which it holds." })
  @Column("date")
  validTo!: string;

  @Field(() => ExchangeRateKind, { description: "What it is of." })
  @Column("text")
  kind!: ExchangeRateKind;

  /** The union whose entries alone it is for, as made-up rates are for demo unions; null for all. */
  @Column("text", { nullable: true })
  unionId!: string | null;

  /** Published as `source`. */
  @Column("text")
  sourceId!: string;
}
