import { Decimal, PartialDate } from "@huu-nghi/service-kit";
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { PageInfo } from "../page/page-info";
import { Source } from "../sources/source";
import { LocalizedText } from "../values";

export enum FigureBasis {
  RECORDED = "RECORDED",
  REPORTED = "REPORTED",
  IMPLIED = "IMPLIED",
}
registerEnumType(FigureBasis, {
  name: "FigureBasis",
  description: "Where a value comes from.",
  valuesConfig: {
    RECORDED: { description: "Computed from the records of the period." },
    REPORTED: { description: "As a source printed it." },
    IMPLIED: { description: "Derived from other readings, such as last year's value from a printed growth rate; good to the digits of that rate." },
  },
});

export enum FigureQualifier {
  EXACT = "EXACT",
  ABOUT = "ABOUT",
  MORE_THAN = "MORE_THAN",
  NEARLY = "NEARLY",
}
registerEnumType(FigureQualifier, {
  name: "Qualifier",
  description: "How exactly a value is meant.",
  valuesConfig: {
    EXACT: { description: "No more and no less." },
    ABOUT: { description: "Roughly; also what is derived from a rounded ratio, a sum of values that are meant differently, and a sum of money in which some amounts are not known." },
    MORE_THAN: { description: "A lower bound: \"more than\", \"over\"; also a count of people in which the value of some records is not known." },
    NEARLY: { description: "A little less: \"nearly\"." },
  },
});

@ObjectType({ description: "One way in which a figure is known." })
@Directive("@shareable")
export class Reading {
  @Field(() => FigureBasis, { description: "Where the value comes from." })
  basis!: FigureBasis;

  @Field(() => Decimal, { description: "The value, in `unit`." })
  value!: string;

  @Field(() => String, { description: "count, people, or an ISO 4217 code; for REPORTED the unit that was printed." })
  unit!: string;

  @Field(() => FigureQualifier, { description: "How exactly the value is meant." })
  qualifier!: FigureQualifier;

  @Field(() => Boolean, { description: "For RECORDED: the union declared its records complete for this figure and period." })
  complete!: boolean;

  @Field(() => String, { nullable: true, description: "The source's own words; for IMPLIED the words it was derived from; null for RECORDED, and for a sum over unions." })
  asPrinted!: string | null;

  @Field(() => Source, { nullable: true, description: "Where it was printed; null for RECORDED, and for a sum over unions." })
  source!: Source | null;

  @Field(() => ID, { nullable: true, description: "The id of the union that it is of; null for a reading over several unions together." })
  unionId?: string | null;
}

@ObjectType({ description: "A record that a RECORDED reading counted." })
@Directive("@shareable")
export class FigureRecord {
  @Field(() => String, { description: "The type of the record, such as Event." })
  kind!: string;

  @Field(() => ID, { description: "Its id within that type." })
  id!: string;

  @Field(() => LocalizedText, { description: "What it is called; for records about persons it names no person." })
  label!: LocalizedText;

  @Field(() => PartialDate, { nullable: true, description: "When it happened, or since when it stands; null where nobody knows." })
  date!: string | null;

  @Field(() => Decimal, { nullable: true, description: "What it adds to the reading, in the figure's own unit; null when that is not known and it adds nothing." })
  value!: string | null;
}

@ObjectType({ description: "A page of records." })
@Directive("@shareable")
export class FigureRecordConnection {
  @Field(() => [FigureRecord], { description: "The records of this page, newest first." })
  nodes!: FigureRecord[];

  @Field(() => Int, { description: "How many there are on all pages." })
  totalCount!: number;

  @Field(() => PageInfo, { description: "Where this page lies." })
  pageInfo!: PageInfo;
}

@ObjectType({ description: "One number of a report, with every way in which it is known." })
@Directive("@shareable")
export class Figure {
  @Field(() => String, { description: "`<division>.<measure>`, such as ngoAid.committed." })
  code!: string;

  @Field(() => LocalizedText, { description: "What it is called." })
  label!: LocalizedText;

  @Field(() => String, { description: "The unit of `value`: count, people, or an ISO 4217 code." })
  unit!: string;

  @Field(() => Decimal, { nullable: true, description: "The preferred reading: complete RECORDED, then REPORTED, then IMPLIED, then incomplete RECORDED. Null when nothing is known, which is never 0. Over several unions: where the preferred reading of each is RECORDED, what the records of all add up to, each record once; else the sum of the preferred readings, with the weakest of their bases, and MORE_THAN (ABOUT for money) where a union's value is not known. What is counted once (people, countries) is not added up, and null then. A union that has ended has no stocks after its last day: null, and unionEndedOn says why." })
  value!: string | null;

  @Field(() => FigureBasis, { nullable: true, description: "The basis of the preferred reading; of a sum over unions the weakest." })
  basis!: FigureBasis | null;

  @Field(() => PartialDate, { nullable: true, description: "When the union ended, where that is why there is no value: a stock is what stood on the last day of the period. Null otherwise." })
  unionEndedOn?: string | null;

  @Field(() => [Reading], { description: "Every reading, the preferred one first; none is preferred where value is null. Those of a union that had ended by then come last: what was last printed of it, in no total." })
  readings!: Reading[];

  @Field(() => Decimal, { nullable: true, description: "RECORDED minus the preferred REPORTED where both exist in one unit; over several unions where each has one." })
  discrepancy!: string | null;

  @Field(() => Decimal, { nullable: true, description: "The preferred value of the period before: the year before for a calendar year, else the same length ending the day before." })
  previous!: string | null;

  @Field(() => Decimal, { nullable: true, description: "value / previous - 1, to 6 places; the source's own where it printed the ratio and not its base." })
  changeRatio!: string | null;

  @Field(() => Decimal, { nullable: true, description: "What was planned, or what a printed percentage of the plan implies." })
  target!: string | null;

  @Field(() => Decimal, { nullable: true, description: "value / target, to 6 places; the source's own where it printed the ratio and not its base." })
  attainmentRatio!: string | null;
}
