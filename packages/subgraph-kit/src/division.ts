import type { EntitySchema } from "typeorm";
import type { MigrationClass, TableClass } from "./database/data-source";
import type { DemoPart } from "./demo/demo-part";
import type { Measure } from "./figures/measure";
import { figureDomain } from "./figures/domain";
import type { RecordKind } from "./records/record-kind";
import type { RequestScope } from "./scope";

type Class = abstract new (...args: never[]) => unknown;
type ResolverClass = new (...args: never[]) => object;

/** How a thing that another division names by its key is found here. */
export interface Reference {
  type: Class;
  find: (scope: RequestScope, key: never) => unknown;
}

export const reference = <Key extends object>(type: Class, find: (scope: RequestScope, key: Key) => unknown): Reference => ({ type, find });

/** One domain of a division: everything about one noun, declared where it lives. */
export interface Domain {
  tables?: (TableClass | EntitySchema)[];
  resolvers?: ResolverClass[];
  references?: Reference[];
  migrations?: MigrationClass[];
  measures?: Measure[];
  /** Kinds of entries in the division's data files. */
  records?: RecordKind[];
  /** What this domain adds to a demo union. */
  demo?: DemoPart[];
}

export interface Division extends Required<Omit<Domain, "records" | "demo" | "tables">> {
  /** As in its folder and in the supergraph: `foreign-relations`. */
  name: string;
  /** The folder of its package, where `schema.graphql` and `data` lie. */
  folder: string;
  tables: (TableClass | EntitySchema)[];
  records: RecordKind[];
  demo: DemoPart[];
}

export const defineDomain = (domain: Domain): Domain => domain;

/** A division is its domains and what every division has: sources, figures, its section of the report. */
export const defineDivision = ({ name, folder, domains }: { name: string; folder: string; domains: Domain[] }): Division => {
  const all = [figureDomain, ...domains];
  const each = <Part>(part: (domain: Domain) => Part[] | undefined): Part[] => all.flatMap(domain => part(domain) ?? []);
  return {
    name,
    folder,
    tables: each(domain => domain.tables),
    resolvers: each(domain => domain.resolvers),
    references: each(domain => domain.references),
    migrations: each(domain => domain.migrations),
    measures: each(domain => domain.measures),
    records: each(domain => domain.records),
    demo: each(domain => domain.demo),
  };
};
