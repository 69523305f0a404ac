import { Arg, Args, Directive, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { PageArgs } from "../page/page-args";
import { RequestScope } from "../scope";
import { Figure, FigureRecordConnection } from "./figure";
import { FigureRecords } from "./figure-records";
import { Figures } from "./figures";
import type { Measure } from "./measure";
import { recordedIn, type ReportKey } from "./report";

/** One division's part of a report. */
@ObjectType({ description: "One division's part of a report: its figures for the report's union and period." })
@Directive("@shareable")
export class ReportSection {
  readonly key!: ReportKey;
  readonly measures!: Measure[];
}

/** A figure knows what it was asked for, so that its records can be opened. */
type AskedFigure = Figure & { measure: Measure; key: ReportKey };

@Resolver(() => ReportSection)
export class ReportSectionResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [Figure], { description: "The division's figures in its own order; with `codes` only those. Codes of other divisions are passed over." })
  figures(@Root() { key, measures }: ReportSection, @Arg("codes", () => [String], { nullable: true, description: "Only these; all when not given." }) codes?: string[] | null): Promise<AskedFigure[]> {
    return Promise.all(measures.filter(({ code }) => !codes || codes.includes(code)).map(measure => this.one(measure, key)));
  }

  @FieldResolver(() => Figure, { nullable: true, description: "One figure; null for a code that this division does not have." })
  figure(@Root() { key, measures }: ReportSection, @Arg("code", () => String, { description: "`<division>.<measure>`, such as ngoAid.committed." }) code: string): Promise<AskedFigure> | null {
    const measure = measures.find(each => each.code === code);
    return measure ? this.one(measure, key) : null;
  }

  private async one(measure: Measure, key: ReportKey): Promise<AskedFigure> {
    const { code, label } = measure;
    const assembled = await this.scope.get(Figures).ofReport(measure, key);
    const isOver = recordedIn(key.unions, measure.kind, key).length === 0;
    return { code, label: { ...label, ownTranslation: null }, ...assembled, unionEndedOn: isOver ? key.unions[0]!.endedOn : null, measure, key };
  }
}

@Resolver(() => Figure)
export class FigureResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => FigureRecordConnection, { nullable: true, description: "What the RECORDED reading counted, newest first; null for a figure that is only reported. Records that are not public, such as members, are left out for those who may not see them; totalCount counts them all." })
  records(@Root() figure: Figure, @Args(() => PageArgs) args: PageArgs) {
    const { measure, key } = figure as AskedFigure;
    return this.scope.get(FigureRecords).page(measure, recordedIn(key.unions, measure.kind, key), key, args);
  }
}

/** The section of a report that a division answers for. */
export const sectionOf = (key: ReportKey, measures: Measure[]): ReportSection => ({ key, measures });
