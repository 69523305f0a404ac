import { currency } from "@huu-nghi/reference";
import DataLoader from "dataloader";
import { previousPeriod, type Period } from "../dates";
import type { RequestScope } from "../scope";
import { FigureAssembly, type Assembled, type Recorded, type Reported } from "./assemble";
import { digitsOf, type Measure } from "./measure";
import { completeStatement, questionKey, recordedStatement, reportedStatement, targetStatement, type Question } from "./statements";

type Key = Question & { measure: Measure };
type RecordedRow = Recorded & Question;
type ReportedRow = Omit<Reported, "source"> & { unionId: string; code: string; source: Reported["source"] };
type TargetRow = Question & { value: string; unit: string };

const digits = (unit: string) => digitsOf(unit, code => currency(code)?.digits);

/** Figures of any unions and periods; those that are asked for together take the same few statements together. */
export class Figures {
  constructor(private readonly scope: RequestScope) {}

  private readonly assembled = new DataLoader<Key, Assembled, string>(keys => this.assemble(keys), { cacheKeyFn: questionKey });

  of = (measure: Measure, unionId: string, { from, to }: Period) => this.assembled.load({ measure, code: measure.code, unionId, from, to });

  private async assemble(keys: readonly Key[]): Promise<Assembled[]> {
    // Each period is compared with the one before, and may be derived from the one after it.
    const questions = new Map<string, Key>();
    const ask = (key: Key) => questions.set(questionKey(key), key);
    for (const key of keys) {
      ask(key);
      ask({ ...key, ...previousPeriod(key) });
    }
    const reported = await this.reported([...questions.values()]);
    for (const key of [...questions.values()]) {
      for (const { periodFrom, periodTo } of reported.get(`${key.code} ${key.unionId}`) ?? []) {
        if (periodFrom && periodTo) [{ from: periodFrom, to: periodTo }].forEach(period => [period, previousPeriod(period)].forEach(each => ask({ ...key, ...each })));
      }
    }
    const all = [...questions.values()];
    const [recorded, complete, targets] = await Promise.all([this.recorded(all), this.complete(all), this.targets(all)]);
    return keys.map(key => {
      const at = (period: Period) => questionKey({ ...key, from: period.from, to: period.to });
      return new FigureAssembly({
        kind: key.measure.kind,
        unit: key.measure.unit,
        digits,
        reported: reported.get(`${key.code} ${key.unionId}`) ?? [],
        recorded: period => recorded.get(at(period)),
        isComplete: period => complete.has(at(period)),
        target: period => targets.get(at(period)),
      }).figure(key);
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

  private async recorded(questions: Key[]) {
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
