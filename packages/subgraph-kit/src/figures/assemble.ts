import { Decimal } from "decimal.js";
import { endOf, isSamePeriod, previousPeriod, type Period } from "../dates";
import type { Source } from "../sources/source";
import { FigureBasis, FigureQualifier, type Reading } from "./figure";
import type { Aspect, Qualifier } from "./reported-figure";

/** A printed number with its source. */
export interface Reported {
  id: string;
  aspect: Aspect;
  periodFrom: string | null;
  periodTo: string | null;
  statedAsOf: string | null;
  value: string;
  unit: string;
  qualifier: Qualifier;
  asPrinted: string;
  source: Source;
}

/** What the records of one union and period add up to. */
export interface Recorded {
  count: number;
  /** Null when no record's value is known. */
  value: string | null;
  /** Records whose value is not known, and which are therefore not in the sum. */
  unknown: number;
  /** How the values of records that are not exact are meant. */
  qualifiers: Qualifier[];
}

/** Everything that is known of one figure of one union; the rest is arithmetic. */
export interface Known {
  kind: "flow" | "stock";
  unit: string;
  digits: (unit: string) => number;
  reported: Reported[];
  recorded: (period: Period) => Recorded | undefined;
  isComplete: (period: Period) => boolean;
  target: (period: Period) => { value: string; unit: string } | undefined;
}

export interface Assembled {
  unit: string;
  value: string | null;
  basis: FigureBasis | null;
  readings: Reading[];
  discrepancy: string | null;
  previous: string | null;
  changeRatio: string | null;
  target: string | null;
  attainmentRatio: string | null;
}

export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpPos: 1e9, toExpNeg: -1e9 });
type Number = InstanceType<typeof Exact>;
const ratio = (value: Number) => value.toDecimalPlaces(6).toString();

/** The time for which a printed number speaks; one of them is always there. */
const statedAt = ({ statedAsOf, periodTo }: Reported) => statedAsOf ?? periodTo!;

const latestFirst = (a: Reported, b: Reported) =>
  endOf(statedAt(b)).localeCompare(endOf(statedAt(a))) ||
  statedAt(b).length - statedAt(a).length ||
  (b.source.date ?? "").localeCompare(a.source.date ?? "") ||
  a.id.localeCompare(b.id);

export class FigureAssembly {
  constructor(private readonly known: Known) {}

  /** The figure of a period from everything that is known. */
  figure(period: Period): Assembled {
    const readings = this.readings(period);
    const preferred = readings[0];
    const reported = readings.find(reading => reading.basis === FigureBasis.REPORTED);
    const recorded = readings.find(reading => reading.basis === FigureBasis.RECORDED);
    const unit = preferred?.unit ?? this.known.unit;
    return {
      unit,
      value: preferred?.value ?? null,
      basis: preferred?.basis ?? null,
      readings,
      discrepancy: recorded && reported?.unit === recorded.unit ? new Exact(recorded.value).minus(reported.value).toString() : null,
      ...this.change(period, preferred, unit),
      ...this.attainment(period, preferred, unit),
    };
  }

  /** The preferred reading first. */
  private readings(period: Period): Reading[] {
    const known = this.knownReadings(period);
    const implied = this.implied(period);
    return [...known.filter(isFirm), ...implied, ...known.filter(reading => !isFirm(reading))];
  }

  /** What other readings may be derived from: records that may lack some are no base. */
  private firmReadings(period: Period) {
    return this.knownReadings(period).filter(isFirm);
  }

  /** Readings that need no other: complete RECORDED, REPORTED, incomplete RECORDED. */
  private knownReadings(period: Period): Reading[] {
    const recorded = this.recordedReading(period);
    const reported = this.reportedAs("VALUE", period).map(reportedReading);
    if (!recorded) return reported;
    return recorded.complete ? [recorded, ...reported] : [...reported, recorded];
  }

  private recordedReading(period: Period): Reading | undefined {
    const recorded = this.known.recorded(period) ?? { count: 0, value: null, unknown: 0, qualifiers: [] };
    const complete = this.known.isComplete(period);
    // No records mean zero only where the union said that there are no others.
    const value = recorded.value ?? (complete && recorded.count === 0 ? "0" : null);
    if (value === null || (recorded.count === 0 && !complete)) return undefined;
    return {
      basis: FigureBasis.RECORDED,
      value: this.rounded(new Exact(value), this.known.unit),
      unit: this.known.unit,
      qualifier: this.sumQualifier(recorded),
      complete,
      asPrinted: null,
      source: null,
    };
  }

  private sumQualifier({ unknown, qualifiers }: Recorded): FigureQualifier {
    // What is missing adds to a count of things or people; to an amount it can also be a cut.
    const missing: Qualifier = this.known.unit === "count" || this.known.unit === "people" ? "MORE_THAN" : "ABOUT";
    return mostOf(unknown > 0 ? [...qualifiers, missing] : qualifiers);
  }

  /** What was printed for this period, the latest statement first. A stock holds until a later one is stated. */
  private reportedAs(aspect: Aspect, period: Period): Reported[] {
    const printed = this.known.reported.filter(each => each.aspect === aspect).sort(latestFirst);
    if (this.known.kind === "flow" || aspect !== "VALUE") {
      return printed.filter(each => each.periodFrom && each.periodTo && isSamePeriod({ from: each.periodFrom, to: each.periodTo }, period));
    }
    const standing = printed.filter(each => endOf(statedAt(each)) <= period.to);
    return standing.filter(each => statedAt(each) === statedAt(standing[0]!));
  }

  /** What other readings imply: this value from a printed ratio and its base, or from next period's value and growth. */
  private implied(period: Period): Reading[] {
    const grown = this.reportedAs("CHANGE_RATIO", period).flatMap(change => {
      const [base] = this.firmReadings(previousPeriod(period));
      return base ? [this.impliedReading(new Exact(base.value).times(new Exact(change.value).plus(1)), base.unit, change)] : [];
    });
    const attained = this.reportedAs("ATTAINMENT_RATIO", period).flatMap(attainment => {
      const target = this.plannedTarget(period);
      return target ? [this.impliedReading(new Exact(target.value).times(attainment.value), target.unit, attainment)] : [];
    });
    const grewInto = this.known.reported
      .filter(each => each.aspect === "CHANGE_RATIO" && each.periodFrom && each.periodTo)
      .map(change => ({ change, later: { from: change.periodFrom!, to: change.periodTo! } }))
      .filter(({ later }) => isSamePeriod(previousPeriod(later), period))
      .flatMap(({ change, later }) => {
        const [value] = this.firmReadings(later);
        const growth = new Exact(change.value).plus(1);
        return value && !growth.isZero() ? [this.impliedReading(new Exact(value.value).div(growth), value.unit, change)] : [];
      });
    return [...grown, ...attained, ...grewInto];
  }

  private impliedReading(value: Number, unit: string, from: Reported): Reading {
    return {
      basis: FigureBasis.IMPLIED,
      value: this.rounded(value, unit),
      unit,
      qualifier: FigureQualifier.ABOUT,
      complete: false,
      asPrinted: from.asPrinted,
      source: from.source,
    };
  }

  private change(period: Period, value: Reading | undefined, unit: string) {
    const [printed] = this.reportedAs("CHANGE_RATIO", period);
    const [base] = this.readings(previousPeriod(period));
    const comparable = base?.unit === unit ? base : undefined;
    return {
      previous: comparable?.value ?? null,
      // What was itself derived from the printed ratio adds nothing to it but the error of rounding.
      changeRatio: printed && !(isKnown(value) && isKnown(comparable)) ? canonical(printed.value) : quotient(value, comparable, 1),
    };
  }

  private plannedTarget(period: Period): { value: string; unit: string } | undefined {
    return this.known.target(period) ?? this.reportedAs("TARGET", period)[0];
  }

  private attainment(period: Period, value: Reading | undefined, unit: string) {
    const planned = this.plannedTarget(period);
    const comparable = planned?.unit === unit ? planned : undefined;
    const [printed] = this.reportedAs("ATTAINMENT_RATIO", period);
    const isImplied = !planned && value && printed && !new Exact(printed.value).isZero();
    return {
      target: comparable ? this.rounded(new Exact(comparable.value), unit) : isImplied ? this.rounded(new Exact(value.value).div(printed.value), unit) : null,
      attainmentRatio: printed && !(isKnown(value) && comparable) ? canonical(printed.value) : quotient(value, comparable, 0),
    };
  }

  private rounded(value: Number, unit: string) {
    return value.toDecimalPlaces(this.known.digits(unit)).toString();
  }
}

const isKnown = (reading: Reading | undefined) => reading !== undefined && reading.basis !== FigureBasis.IMPLIED;
const canonical = (printed: string) => ratio(new Exact(printed));

/** How a sum is meant of which some parts are not exact. */
export const mostOf = (inexact: readonly Qualifier[]): FigureQualifier => {
  const [first = "EXACT", ...others] = new Set(inexact);
  return FigureQualifier[others.length > 0 ? "ABOUT" : first];
};

/** value / base - less; null where there is no base, or it is zero. */
export const quotient = (value: { value: string } | undefined, base: { value: string } | undefined, less: number) =>
  value && base && !new Exact(base.value).isZero() ? ratio(new Exact(value.value).div(base.value).minus(less)) : null;

const isFirm = (reading: Reading) => reading.basis !== FigureBasis.RECORDED || reading.complete;

const reportedReading = (printed: Reported): Reading => ({
  basis: FigureBasis.REPORTED,
  value: new Exact(printed.value).toString(),
  unit: printed.unit,
  qualifier: FigureQualifier[printed.qualifier],
  complete: false,
  asPrinted: printed.asPrinted,
  source: printed.source,
});
