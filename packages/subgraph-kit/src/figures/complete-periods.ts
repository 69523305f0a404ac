import DataLoader from "dataloader";
import type { Period } from "../dates";
import type { RequestScope } from "../scope";
import { sql, type Sql } from "../sql";
import { completeStatement, questionKey, type Question } from "./statements";

/** Whether a union declared its records complete for a day. */
export const isDeclaredComplete = (unionId: Sql, code: string, day: Sql): Sql => sql`exists (select from complete_period where union_id = ${unionId} and code = ${code} and ${day} between period_from and period_to)`;

/** Whether unions declared their records complete: only then do no records mean zero. */
export class CompletePeriods {
  constructor(private readonly scope: RequestScope) {}

  private readonly declared = new DataLoader<Question, boolean, string>(
    async questions => {
      const rows = await this.scope.rows<Question>(completeStatement(questions));
      const complete = new Set(rows.map(questionKey));
      return questions.map(question => complete.has(questionKey(question)));
    },
    { cacheKeyFn: questionKey },
  );

  /** For every one of these figure codes. */
  async include(unionId: string, codes: readonly string[], { from, to }: Period): Promise<boolean> {
    const declared = await Promise.all(codes.map(code => this.declared.load({ code, unionIds: [unionId], from, to })));
    return declared.every(Boolean);
  }
}
