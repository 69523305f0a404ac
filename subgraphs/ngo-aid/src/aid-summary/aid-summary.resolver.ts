import { checkedPeriod, CurrencyCode, LocalDate, Money, Open, publicTotals, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { AidProject } from "../aid-project";
import { checkedCurrency } from "../exchange-rate";
import { AidSummaries } from "./aid-summaries";
import { AidGrouping, AidMeasure, AidSummary } from "./aid-summary";
import { ProjectSums } from "./project-sums";

/** A period and the currency in which its sums are given. */
@ArgsType()
export class AidPeriodArgs {
  @Field(() => LocalDate, { description: "The first day. BAD_USER_INPUT when the period ends before it." })
  from!: string;

  @Field(() => LocalDate, { description: "The last day." })
  to!: string;

  @Field(() => CurrencyCode, { description: "What amounts are converted to, at the rates of each entry's date. BAD_USER_INPUT when ISO 4217 does not have it." })
  currency!: string;
}

@ArgsType()
class AidSummaryArgs extends AidPeriodArgs {
  @Field(() => ID, { nullable: true, description: "Of exactly this union. When not given, of all unions but demo ones." })
  union?: string | null;

  @Field(() => AidGrouping, { description: "By what it is split into rows." })
  groupBy!: AidGrouping;

  @Field(() => AidMeasure, { description: "Which money is summed up." })
  measure!: AidMeasure;
}

@Resolver()
export class AidSummaryResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(publicTotals)
  @Query(() => AidSummary, {
    nullable: true,
    description: "The aid of foreign NGOs in a period, split into rows. Null when nothing was recorded, unless the union declared its records complete; then it is 0.",
  })
  aidSummary(@Args(() => AidSummaryArgs) { union, from, to, groupBy, measure, currency }: AidSummaryArgs) {
    const question = { unionId: union ?? null, ...checkedPeriod(from, to), currency: checkedCurrency(currency), groupBy };
    return this.scope.get(AidSummaries).summary(question, measure);
  }
}

const currencyArgument = {
  nullable: true,
  description: "What it is converted to, entry by entry, at the rates of their dates. When not given, the entries' own currency if they share one, else VND.",
} as const;

@Resolver(() => AidProject)
export class ProjectSumsResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Money, { nullable: true, description: "All that was promised to it, less what was cut. Null when nothing is recorded, or an entry has no exchange rate." })
  committed(@Root() { id }: AidProject, @Arg("currency", () => CurrencyCode, currencyArgument) currency?: string | null) {
    return this.scope.get(ProjectSums).of.load({ projectId: id, measure: AidMeasure.COMMITTED, currency: currency == null ? null : checkedCurrency(currency) });
  }

  @FieldResolver(() => Money, { nullable: true, description: "All that was paid to it. Null when nothing is recorded, or an entry has no exchange rate." })
  disbursed(@Root() { id }: AidProject, @Arg("currency", () => CurrencyCode, currencyArgument) currency?: string | null) {
    return this.scope.get(ProjectSums).of.load({ projectId: id, measure: AidMeasure.DISBURSED, currency: currency == null ? null : checkedCurrency(currency) });
  }
}
