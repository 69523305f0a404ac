import { currency } from "@huu-nghi/reference";
import DataLoader from "dataloader";
import { isSamePeriod, previousPeriod, type Period } from "../dates";
import type { RequestScope } from "../scope";
import { FigureAssembly, type Assembled, type Recorded, type Reported } from "./assemble";
import { combine, type Together } from "./combine";
import { FigureBasis, type Reading } from "./figure";
import { digitsOf, type Measure } from "./measure";
import { countsIn, endedBefore, recordedIn, type ReportKey } from "./report";
import { completeStatement, questionKey, recordedStatement, reportedStatement, targetStatement, type Question } from "./statements";

type Key = Question & { measure: Measure };
type RecordedRow = Recorded & Question;
type ReportedRow = Reported & { unionId: string; code: string };
type TargetRow = Question & { value: string; unit: string };

const digits = (unit: string) => digitsOf(unit, code => currency(code)?.digits);

const keyOf = (measure: Measure, unionIds: string[], { from, to }: Period): Key => ({ measure, code: measure.code, unionIds, from, to });

const isCompleteRecorded = ({ basis, complete }: Reading) => basis === FigureBasis.RECORDED && complete;

/** Figures of any unions and periods; those that are asked for together take the same few statements together. */
export class Figures {
  constructor(private readonly scope: RequestScope) {}

  private readonly assembled = new DataLoader<Key, Assembled, string>(keys => this.assemble(keys), { cacheKeyFn: questionKey });

  private readonly recordedOfAll = new DataLoader<Key, Recorded | undefined, string>(
    async keys => {
      const rows = await this.recorded(keys);
      return keys.map(key => rows.get(questionKey(key)));
    },
    { cacheKeyFn: questionKey },
  );

  of = (measure: Measure, unionId: string, period: Period) => this.assembled.load(keyOf(measure, [unionId], period));

  /** Of all the unions of a report together. */
  async ofReport(measure: Measure, key: ReportKey): Promise<Assembled> {
    const isOver = recordedIn(key.unions, measure.kind, key).length === 0;
    if (key.unions.length === 1 && !isOver) return this.of(measure, key.unionId, key);
    const [now, before] = await Promise.all([this.together(measure, key, key), this.together(measure, key, previousPeriod(key))]);
    return combine({ unit: measure.unit, countedOnce: measure.countedOnce ?? false }, now, before);
  }

  private async together(measure: Measure, { unions }: ReportKey, period: Period): Promise<Together> {
    const standing = unions.filter(union => countsIn(union, measure.kind, period));
    const recordedOf = recordedIn(unions, measure.kind, period);
    const [recorded, parts, ended] = await Promise.all([
      recordedOf.length > 0 ? this.recordedOfAll.load(keyOf(measure, recordedOf, period)) : undefined,
      Promise.all(standing.map(async ({ id }) => ({ unionId: id, figure: await this.of(measure, id, period) }))),
      Promise.all(endedBefore(unions, measure.kind, period).map(({ id }) => this.of(measure, id, period))),
    ]);
    const isComplete = parts.length > 0 && parts.every(({ figure: { readings } }) => readings.some(isCompleteRecorded));
    const { readings } = new FigureAssembly({
      kind: measure.kind,
      unit: measure.unit,
      digits,
      reported: [],
      recorded: asked => (isSamePeriod(asked, period) ? recorded : undefined),
      isComplete: asked => isComplete && isSamePeriod(asked, period),
      target: () => undefined,
    }).figure(period);
    return { parts, recorded: readings.find(({ basis }) => basis === FigureBasis.RECORDED), ended };
  }

  private async assemble(keys: readonly Key[]): Promise<Assembled[]> {
    // Each period is compared with the one before, and may be derived from the one after it.
    const questions = new Map<string, Key>();
    const ask = (key: Key) => questions.set(questionKey(key), key);
    for (const key of keys) {
      ask(key);
      ask({ ...key, ...previousPeriod(key) });
    }
    const reported = await this.reported([...questions.values()]);
    const reportedOf = ({ code, unionIds: [unionId] }: Key) => reported.get(`${code} ${unionId}`) ?? [];
    for (const key of [...questions.values()]) {
      for (const { periodFrom, periodTo } of reportedOf(key)) {
        if (periodFrom && periodTo) [{ from: periodFrom, to: periodTo }].forEach(period => [period, previousPeriod(period)].forEach(each => ask({ ...key, ...each })));
      }
    }
    const all = [...questions.values()];
    const [recorded, complete, targets] = await Promise.all([this.recorded(all), this.complete(all), this.targets(all)]);
    return keys.map(key => {
      const at = (period: Period) => questionKey({ ...key, from: period.from, to: period.to });
      const figure = new FigureAssembly({
        kind: key.measure.kind,
        unit: key.measure.unit,
        digits,
        reported: reportedOf(key),
        recorded: period => recorded.get(at(period)),
        isComplete: period => complete.has(at(period)),
        target: period => targets.get(at(period)),
      }).figure(key);
      const [unionId] = key.unionIds;
      return { ...figure, readings: figure.readings.map(reading => ({ ...reading, unionId: unionId! })) };
    });
  }

  private async reported(questions: Key[]) {
    const rows = await this.scope.rows<ReportedRow>(reportedStatement(questions));
    const byFigure = new Map<string, Reported[]>();
    for (const row of rows) {
      const key = `${row.code} ${row.unionId}`;
      byFigure.set(key, [...(byFigure.get(key) ?? []), row]);
    }
    return byFigure;
  }

  private async recorded(questions: readonly Key[]) {
    const statement = recordedStatement(questions);
    const rows = statement ? await this.scope.rows<RecordedRow>(statement) : [];
    return new Map(rows.map(row => [questionKey(row), row]));
  }

  private async complete(questions: Key[]) {
    const rows = await this.scope.rows<Question>(completeStatement(questions));
    return new Set(rows.map(questionKey));
  }

  private async targets(questions: Key[]) {
    const statement = targetStatement(questions);
    const rows = statement ? await this.scope.rows<TargetRow>(statement) : [];
    return new Map(rows.map(row => [questionKey(row), row]));
  }
}
