import type { EntitySchema } from "typeorm";
import type { Permission } from "./access/declare";
import type { MigrationClass, TableClass } from "./database/data-source";
import type { DemoPart } from "./demo/demo-part";
import type { Measure } from "./figures/measure";
import type { RecordKind } from "./records/record-kind";
import type { Holding } from "./personal-data/holding";
import type { Persons } from "./personal-data/persons";
import type { RequestScope } from "./scope";

type Class = abstract new (...args: never[]) => unknown;
type ResolverClass = new (...args: never[]) => object;

/** How a thing that another division names by its key is found here. */
export interface Reference {
  type: Class;
  /** `_entities` passes no root field, so that a reference says for itself what it needs. */
  permission: Permission;
  find: (scope: RequestScope, key: never) => unknown;
}

export const reference = <Key extends object>(type: Class, permission: Permission, find: (scope: RequestScope, key: Key) => unknown): Reference => ({ type, permission, find });

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
  /** Where it holds something of persons. */
  personalData?: Holding[];
  /** Where persons are known. */
  persons?: Persons;
  /** Whether there is a union of this id, where unions are known. */
  isUnion?: (scope: RequestScope, id: string) => Promise<boolean>;
}

export const defineDomain = (domain: Domain): Domain => domain;
