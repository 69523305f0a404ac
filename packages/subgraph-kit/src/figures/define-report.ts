import { LocalDate } from "@huu-nghi/service-kit";
import { Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import { Open } from "../access/declare";
import { published } from "../access/reasons";
import type { Period } from "../dates";
import { reference, type Domain } from "../domain";
import { RequestScope } from "../scope";
import { readReportId, reportId, type ReportKey, type ReportUnion } from "./report";
import { ReportSection, sectionOf } from "./report-section";

/**
 * A division's part in the report of a union: the type `Report` with one field of its own, named `field`. Every division
 * can tell a report's period from its id, so none has to ask another.
 */
export const defineReport = (field: string, description: string) => {
  @ObjectType("Report", { description: "A union's report of a period, to which each division adds its section." })
  @Directive('@key(fields: "id")')
  class Report {
    @Field(() => ID, { description: "Opaque." })
    id!: string;

    @Field(() => LocalDate, { description: "The first day of the period." })
    @Directive("@shareable")
    @Open(published)
    from!: string;

    @Field(() => LocalDate, { description: "The last day of the period." })
    @Directive("@shareable")
    @Open(published)
    to!: string;
  }

  @Resolver(() => Report)
  class ReportResolver {
    constructor(private readonly scope: RequestScope) {}

    @Open(published)
    @FieldResolver(() => ReportSection, { name: field, nullable: true, description })
    section(@Root() { id }: Report): ReportSection | null {
      const key = readReportId(id);
      return key && sectionOf(key, this.scope.measures);
    }
  }

  const of = (key: ReportKey): Report => ({ id: reportId(key), from: key.from, to: key.to });
  const domain: Domain = {
    resolvers: [ReportResolver],
    references: [
      reference(Report, { open: published }, (_scope, { id }: { id: string }) => {
        const key = readReportId(id);
        return key && of(key);
      }),
    ],
  };
  /** Of one union, or of the first of several with the others. */
  const ofUnions = ([first, ...others]: [ReportUnion, ...ReportUnion[]], period: Period) => of({ unionId: first.id, unions: [first, ...others], ...period });
  return { Report, domain, ofUnions, of: (id: string, period: Period) => ofUnions([{ id, foundedOn: null, endedOn: null }], period) };
};
