import DataLoader from "dataloader";
import { In } from "typeorm";
import type { RequestScope } from "../scope";
import { Source } from "./source";
import { Statement } from "./statement";

interface Subject {
  /** The name of its type, such as Event. */
  kind: string;
  id: string;
}

const keyOf = ({ kind, id }: Subject) => `${kind} ${id}`;

/** What other sources say about records. */
export class Statements {
  constructor(private readonly scope: RequestScope) {}

  private readonly source = new DataLoader<string, Source | null>(async ids => {
    const found = new Map((await this.scope.read.findBy(Source, { id: In([...ids]) })).map(source => [source.id, source]));
    return ids.map(id => found.get(id) ?? null);
  });

  /** Of a record, with their sources, by the fields that they are about. */
  readonly about = new DataLoader<Subject, Statement[], string>(
    async subjects => {
      const rows = await this.scope.read.find(Statement, {
        where: subjects.map(({ kind, id }) => ({ subjectKind: kind, subjectId: id })),
        order: { field: "ASC", sourceId: "ASC" },
      });
      const withSource = await Promise.all(rows.map(async row => Object.assign(row, { source: (await this.source.load(row.sourceId)) ?? undefined })));
      return subjects.map(subject => withSource.filter(row => row.subjectKind === subject.kind && row.subjectId === subject.id));
    },
    { cacheKeyFn: keyOf },
  );
}
