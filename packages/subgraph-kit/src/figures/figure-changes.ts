import { randomUUID } from "node:crypto";
import { currency } from "@huu-nghi/reference";
import { BadInput, Problem } from "@huu-nghi/service-kit";
import { IsNull, type EntityManager } from "typeorm";
import { oneBy } from "../loader";
import type { RequestScope } from "../scope";
import { Source } from "../sources/source";
import { changeRow } from "../write/versions";
import type { CorrectReportedFigureInput, CreateCompletePeriodInput, CreateReportedFigureInput, EndCompletePeriodInput, SourceInput } from "./figure-changes.input";
import { figureId } from "./figure-data";
import type { Measure } from "./measure";
import { CompletePeriod, ReportedFigure } from "./reported-figure";
import { checkedPeriod } from "./report";

/** Printed numbers, and the word of unions that their records are complete. */
export class FigureChanges {
  constructor(private readonly scope: RequestScope) {}

  readonly reported = oneBy(this.scope, ReportedFigure, "id");
  private readonly complete = oneBy(this.scope, CompletePeriod, "id");

  report(action: string, input: CreateReportedFigureInput): Promise<ReportedFigure> {
    this.scope.viewer.requireChange([input.union]);
    const { code, unit: measured } = this.measure(input.code);
    const { union, aspect, periodFrom = null, periodTo = null, statedAsOf = null, value, qualifier, asPrinted, locator = null, source } = input;
    if ((periodFrom === null) !== (periodTo === null)) throw new BadInput(periodFrom === null ? "periodFrom" : "periodTo", "A period has a first and a last day; give both, or none.");
    if (periodFrom !== null && periodTo !== null) checkedPeriod(periodFrom, periodTo);
    if (periodFrom === null && statedAsOf === null) throw new BadInput("statedAsOf", "Say what the number is of: a period, or the day for which the source speaks.");
    const figure = { code, aspect: aspect ?? "VALUE", periodFrom, periodTo, statedAsOf, value, unit: this.unit(input.unit ?? measured, measured), qualifier: qualifier ?? "EXACT", asPrinted, locator } as const;
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
      ...(value != null && { value }),
      ...(unit != null && { unit: this.unit(unit, this.measure(figure.code).unit) }),
      ...(qualifier != null && { qualifier }),
      ...(asPrinted != null && { asPrinted }),
      ...(locator !== undefined && { locator }),
    };
    return this.scope.write({ action, input, reason }, ReportedFigure, tx => changeRow(tx, ReportedFigure, input, changes));
  }

  declareComplete(action: string, input: CreateCompletePeriodInput): Promise<CompletePeriod> {
    const { union: unionId, periodFrom, periodTo } = input;
    this.scope.viewer.requireChange([unionId]);
    const { code } = this.measure(input.code);
    checkedPeriod(periodFrom, periodTo);
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

/** The id of the source as it is known, or from now on. */
const knownSource = async (tx: EntityManager, { title, publisher = null, date = null, statedAsOf = null, locator = null }: SourceInput): Promise<string> => {
  const known = await tx.findOneBy(Source, { title, publisher: publisher ?? IsNull(), date: date ?? IsNull(), statedAsOf: statedAsOf ?? IsNull() });
  if (known) return known.id;
  const id = randomUUID();
  await tx.insert(Source, { id, title, publisher, date, statedAsOf, locator });
  return id;
};
