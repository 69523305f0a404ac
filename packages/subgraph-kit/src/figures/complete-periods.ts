import DataLoader from "dataloader";
import type { Period } from "../dates";
import type { RequestScope } from "../scope";
import { completeStatement, questionKey, type Question } from "./statements";

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
