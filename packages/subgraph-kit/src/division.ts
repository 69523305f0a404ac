import type { EntitySchema } from "typeorm";
import type { TableClass } from "./database/data-source";
import type { DemoPart } from "./demo/demo-part";
import type { Domain } from "./domain";
import { accessLogDomain } from "./access/domain";
import { figureDomain } from "./figures/domain";
import { figureChangesDomain } from "./figures/figure-changes.resolver";
import { personalDataDomain } from "./personal-data/domain";
import { statementsOfPeople } from "./personal-data/holding";
import type { Persons } from "./personal-data/persons";
import type { RecordKind } from "./records/record-kind";
import { historyDomain } from "./write/domain";

export interface Division extends Required<Omit<Domain, "records" | "demo" | "tables" | "isUnion" | "persons">> {
  /** As in its folder and in the supergraph: `foreign-relations`. */
  name: string;
  /** The folder of its package, where `schema.graphql` and `data` lie. */
  folder: string;
  tables: (TableClass | EntitySchema)[];
  records: RecordKind[];
  demo: DemoPart[];
  /** Of the division that keeps persons; the others know of them by their ids. */
  persons: Persons | undefined;
}

/** A division is its domains and what every division has: sources, figures, its section of the report, the log of openings. */
export const defineDivision = ({ name, folder, domains }: { name: string; folder: string; domains: Domain[] }): Division => {
  const personalData = [...domains.flatMap(domain => domain.personalData ?? []), statementsOfPeople];
  const persons = domains.find(domain => domain.persons)?.persons;
  const all = [figureDomain, accessLogDomain(name), historyDomain, figureChangesDomain(name, domains.find(({ isUnion }) => isUnion)?.isUnion), personalDataDomain(name, personalData, persons), ...domains];
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
    personalData,
    persons,
  };
};
