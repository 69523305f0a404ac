import { oneBy, Source, startOf, Statements, type RequestScope, type Statement } from "@huu-nghi/subgraph-kit";
import type { Founding } from "./founding";

interface Founded {
  id: string;
  version: number;
  foundedOn: string | null;
  sourceId: string | null;
}

const field = "foundedOn";
const earliestFirst = (a: Statement, b: Statement) => startOf(a.value).localeCompare(startOf(b.value)) || a.value.localeCompare(b.value) || a.sourceId.localeCompare(b.sourceId);

/** When things were founded, by what sources say. */
export class Foundings {
  constructor(private readonly scope: RequestScope) {}

  private readonly source = oneBy(this.scope, Source, "id");

  async of(kind: string, record: Founded): Promise<Founding> {
    const [said, own] = await Promise.all([this.scope.get(Statements).about.load({ kind, id: record.id }), this.own(kind, record)]);
    return { value: record.foundedOn, readings: [...own, ...said.filter(each => each.field === field)].sort(earliestFirst) };
  }

  private async own(subjectKind: string, { id: subjectId, version, foundedOn, sourceId }: Founded): Promise<Statement[]> {
    if (foundedOn === null) return [];
    // Of a record that was changed, the source may not have said this.
    const source = version === 1 && sourceId !== null ? ((await this.source.load(sourceId)) ?? undefined) : undefined;
    return [{ subjectKind, subjectId, field, value: foundedOn, asPrinted: null, sourceId: sourceId ?? "", source }];
  }
}
