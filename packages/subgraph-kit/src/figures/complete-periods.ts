import DataLoader from "dataloader";
import type { Period } from "../dates";
import type { RequestScope } from "../scope";
import { completeStatement, type Question } from "./statements";

const keyOf = ({ code, unionId, from, to }: Question) => `${code} ${unionId} ${from} ${to}`;

/** Whether unions declared their records complete: only then do no records mean zero. */
export class CompletePeriods {
  constructor(private readonly scope: RequestScope) {}

  private readonly declared = new DataLoader<Question, boolean, string>(
    async questions => {
      const rows = await this.scope.rows<Question>(completeStatement(questions));
      const complete = new Set(rows.map(keyOf));
      return questions.map(question => complete.has(keyOf(question)));
    },
    { cacheKeyFn: keyOf },
  );

  /** For every one of these figure codes. */
  async include(unionId: string, codes: readonly string[], { from, to }: Period): Promise<boolean> {
    const declared = await Promise.all(codes.map(code => this.declared.load({ code, unionId, from, to })));
    return declared.every(Boolean);
  }
}
