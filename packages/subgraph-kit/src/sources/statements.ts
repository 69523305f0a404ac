import DataLoader from "dataloader";
import { oneBy } from "../loader";
import type { RequestScope } from "../scope";
import { Source } from "./source";
import { Statement } from "./statement";

interface Subject {
  /** The name of its type, such as Event. */
  kind: string;
  id: string;
}

/** What other sources say about records. */
export class Statements {
  constructor(private readonly scope: RequestScope) {}

  private readonly source = oneBy(this.scope, Source, "id");

  /** Of a record, with their sources, by the fields that they are about. */
  readonly about = new DataLoader<Subject, Statement[], string>(
    async subjects => {
      const where = subjects.map(({ kind, id }) => ({ subjectKind: kind, subjectId: id }));
      const found = await this.scope.read.find(Statement, { where, order: { field: "ASC", sourceId: "ASC" } });
      const statements = await Promise.all(found.map(async each => ({ ...each, source: (await this.source.load(each.sourceId)) ?? undefined })));
      return subjects.map(({ kind, id }) => statements.filter(({ subjectKind, subjectId }) => subjectKind === kind && subjectId === id));
    },
    { cacheKeyFn: ({ kind, id }) => `${kind} ${id}` },
  );
}
