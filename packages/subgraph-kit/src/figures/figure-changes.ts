import { randomUUID } from "node:crypto";
import { currency } from "@huu-nghi/reference";
import { BadInput, Problem } from "@huu-nghi/service-kit";
import { today } from "../dates";
import { oneBy } from "../loader";
import type { RequestScope } from "../scope";
import { givenPlace, givenSource, knownSource } from "../sources/known-source";
import { givenText } from "../write/given";
import { foreignId } from "../write/rules";
import { changeRow } from "../write/versions";
import type { CorrectReportedFigureInput, CreateCompletePeriodInput, CreateReportedFigureInput, EndCompletePeriodInput } from "./figure-changes.input";
import { figureId } from "./figure-data";
import type { Measure } from "./measure";
import { CompletePeriod, ReportedFigure, type Aspect } from "./reported-figure";
import { checkedPeriod } from "./report";

/** Whether there is a union of this id; asked where unions are known. */
export type UnionCheck = (scope: RequestScope, id: string) => Promise<boolean>;

/** Printed numbers, and the word of unions that their records are complete. */
export class FigureChanges {
  constructor(private readonly scope: RequestScope) {}

  readonly reported = oneBy(this.scope, ReportedFigure, "id");
  private readonly complete = oneBy(this.scope, CompletePeriod, "id");

  async report(action: string, input: CreateReportedFigureInput, isUnion?: UnionCheck): Promise<ReportedFigure> {
    await this.mayChange(input.union, isUnion);
    const { code, unit: measured } = this.measure(input.code);
    const { union, aspect, periodFrom = null, periodTo = null, statedAsOf = null, qualifier } = input;
    if ((periodFrom === null) !== (periodTo === null)) throw new BadInput(periodFrom === null ? "periodFrom" : "periodTo", "A period has a first and a last day; give both, or none.");
    if (periodFrom !== null && periodTo !== null) checkedPeriod(periodFrom, periodTo, periodNames);
    if (periodFrom === null && statedAsOf === null) throw new BadInput("statedAsOf", "Say what the number is of: a period, or the day for which the source speaks.");
    const printed = { value: givenValue(input.value, aspect ?? "VALUE"), unit: this.unit(input.unit ?? measured, measured), asPrinted: givenText("asPrinted", input.asPrinted, mostPrinted), locator: givenPlace("locator", input.locator) };
    const figure = { code, aspect: aspect ?? "VALUE", periodFrom, periodTo, statedAsOf, qualifier: qualifier ?? "EXACT", ...printed } as const;
    const source = givenSource(input.source);
    return this.scope.write({ action, input }, ReportedFigure, async tx => {
      const sourceId = await knownSource(tx, source);
      const id = figureId({ ...figure, union }, sourceId);
      if (await tx.existsBy(ReportedFigure, { id })) throw new Problem("CONFLICT", "This source's number for this figure and time is written down already. Correct that one.", { fields: ["source"] });
      await tx.insert(ReportedFigure, { ...figure, id, unionId: union, sourceId });
      return tx.findOneByOrFail(ReportedFigure, { id });
    });
  }

  async correct(action: string, input: CorrectReportedFigureInput): Promise<ReportedFigure> {
    const figure = await this.reported.load(input.id);
    if (!figure) throw new BadInput("id", `There is no reported figure ${input.id}.`);
    this.scope.viewer.requireChange([figure.unionId]);
    const { value, unit, qualifier, asPrinted, locator, reason } = input;
    const changes = {
      ...(value != null && { value: givenValue(value, figure.aspect) }),
      ...(unit != null && { unit: this.unit(unit, this.measure(figure.code).unit) }),
      ...(qualifier != null && { qualifier }),
      ...(asPrinted != null && { asPrinted: givenText("asPrinted", asPrinted, mostPrinted) }),
      ...(locator !== undefined && { locator: givenPlace("locator", locator) }),
    };
    return this.scope.write({ action, input, reason }, ReportedFigure, tx => changeRow(tx, ReportedFigure, input, changes));
  }

  async declareComplete(action: string, input: CreateCompletePeriodInput, isUnion?: UnionCheck): Promise<CompletePeriod> {
    const { union: unionId, periodFrom, periodTo } = input;
    await this.mayChange(unionId, isUnion);
    const { code } = this.measure(input.code);
    checkedPeriod(periodFrom, periodTo, periodNames);
    if (periodTo > today()) throw new BadInput("periodTo", `${periodTo} is yet to come: records are complete of what has passed.`);
    const id = randomUUID();
    return this.scope.write({ action, input }, CompletePeriod, async tx => {
      const there = await tx.findOneBy(CompletePeriod, { unionId, code, periodFrom, periodTo });
      if (there) throw new Problem("CONFLICT", "This period was declared complete already.", { current: there.version });
      await tx.insert(CompletePeriod, { id, unionId, code, periodFrom, periodTo });
      return tx.findOneByOrFail(CompletePeriod, { id });
    });
  }

  async takeBack(action: string, input: EndCompletePeriodInput): Promise<CompletePeriod> {
    const { id, version, reason } = input;
    const period = isUuid.test(id) ? await this.complete.load(id) : null;
    // Sent again after it was done, there is none left; the key then knows the answer that was given.
    this.scope.viewer.requireChange(period ? [period.unionId] : undefined);
    return this.scope.write({ action, input, reason }, CompletePeriod, async tx => {
      if (!period) throw new BadInput("id", `No period with the id ${id} is declared complete.`);
      const { affected } = await tx.delete(CompletePeriod, { id, version });
      if (affected === 1) return period;
      throw new Problem("CONFLICT", "Somebody else changed this. Read it again, and send your change with its version.", { current: (await tx.findOneBy(CompletePeriod, { id }))?.version ?? null });
    });
  }

  /** Throws unless the viewer may change what is about a union, and there can be such a union. */
  private async mayChange(unionId: string, isUnion?: UnionCheck): Promise<void> {
    this.scope.viewer.requireChange([unionId]);
    foreignId("union", unionId);
    if (isUnion && !(await isUnion(this.scope, unionId))) throw new BadInput("union", `There is no union ${unionId}.`);
  }

  private measure(code: string): Measure {
    const measure = this.scope.measures.find(each => each.code === code);
    if (measure) return measure;
    throw new BadInput("code", `There is no figure ${code} in this division; there are ${this.scope.measures.map(each => each.code).join(", ")}.`);
  }

  private unit(unit: string, measured: string): string {
    const isMoney = currency(measured) !== undefined;
    if (unit === measured || (isMoney && currency(unit))) return unit;
    throw new BadInput("unit", `The figure is in ${measured}${isMoney ? ", or another ISO 4217 code" : ""}; ${unit} is something else.`);
  }
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const periodNames: [string, string] = ["periodFrom", "periodTo"];

const mostPrinted = 2000;
// Far more than anything is counted in.
const mostDigits = 40;

const givenValue = (value: string, aspect: Aspect): string => {
  if (value.length > mostDigits) throw new BadInput("value", `value has ${value.length} characters; a number has at most ${mostDigits}.`);
  if (value.startsWith("-") && aspect !== "CHANGE_RATIO") throw new BadInput("value", "What is counted or paid is 0 or more; only a CHANGE_RATIO is less.");
  return value;
};
