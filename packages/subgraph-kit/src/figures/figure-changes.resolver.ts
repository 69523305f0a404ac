import { Arg, Args, ArgsType, Field, ID, Mutation, Query, Resolver } from "type-graphql";
import { ForOfficers, Open } from "../access/declare";
import { published } from "../access/reasons";
import { graphqlNames } from "../config";
import type { Domain } from "../domain";
import { Names } from "../named-arguments";
import type { List } from "../page/list";
import { PageArgs } from "../page/page-args";
import { pageOf } from "../page/page-of";
import { Pages } from "../page/pages";
import { RequestScope } from "../scope";
import { empty, sql } from "../sql";
import { payloadOf } from "../write/payload-of";
import { FigureChanges, type UnionCheck } from "./figure-changes";
import { CorrectReportedFigureInput, CreateCompletePeriodInput, CreateReportedFigureInput, EndCompletePeriodInput } from "./figure-changes.input";
import { CompletePeriod, ReportedFigure } from "./reported-figure";

const ReportedFigurePage = pageOf(ReportedFigure, "ReportedFigure", { shareable: true });
const ReportedFigurePayload = payloadOf(ReportedFigure, "ReportedFigure", { shareable: true });
const CompletePeriodPayload = payloadOf(CompletePeriod, "CompletePeriod", { shareable: true });

@ArgsType()
class ReportedFigureArgs extends PageArgs {
  @Names("Union")
  @Field(() => ID, { description: "About this union." })
  union!: string;

  @Field(() => String, { nullable: true, description: "Only this figure." })
  code?: string | null;
}

const ofUnion: List<{ code?: string | null | undefined }> = {
  name: "reported figures",
  order: [{ column: "code", type: "text", direction: "asc" }],
  rows: ({ code }) => sql`
    select asked.parent, figure.id, figure.code from asked join reported_figure figure on figure.union_id = asked.parent ${code == null ? empty : sql`and figure.code = ${code}`}`,
};

/** What a division's figures are told by: its root fields carry its name, since each division has them. */
export const figureChangesDomain = (division: string, isUnion?: UnionCheck): Domain => {
  const { camel, pascal } = graphqlNames(division);
  const names = { create: `create${pascal}ReportedFigure`, correct: `correct${pascal}ReportedFigure`, declare: `create${pascal}CompletePeriod`, takeBack: `end${pascal}CompletePeriod` };

  @Resolver()
  class FigureChangesResolver {
    constructor(private readonly scope: RequestScope) {}

    @Open(published)
    @Query(() => ReportedFigurePage, { name: `${camel}ReportedFigures`, nullable: true, description: `Numbers about a union that sources printed, of the division ${division}, by figure.` })
    reportedFigures(@Args(() => ReportedFigureArgs) { union, code, ...page }: ReportedFigureArgs) {
      return this.scope.get(Pages).of(ofUnion, union, { code }, page, this.scope.get(FigureChanges).reported);
    }

    @ForOfficers()
    @Mutation(() => ReportedFigurePayload, { name: names.create, nullable: true, description: "Writes down a number as a source printed it; the figure then shows it among its readings. CONFLICT when this source's number is there already." })
    async create(@Arg("input", () => CreateReportedFigureInput, { description: "The number, in the source's words." }) input: CreateReportedFigureInput) {
      return { changed: await this.scope.get(FigureChanges).report(names.create, input, isUnion) };
    }

    @ForOfficers()
    @Mutation(() => ReportedFigurePayload, { name: names.correct, nullable: true, description: "Mends a mistake in writing a printed number down. What a source printed wrongly stays as it printed it." })
    async correct(@Arg("input", () => CorrectReportedFigureInput, { description: "What was printed." }) input: CorrectReportedFigureInput) {
      return { changed: await this.scope.get(FigureChanges).correct(names.correct, input) };
    }

    @ForOfficers()
    @Mutation(() => CompletePeriodPayload, { name: names.declare, nullable: true, description: "Gives the union's word that its records of a figure and period are complete; their count is then shown first, and none means 0." })
    async declareComplete(@Arg("input", () => CreateCompletePeriodInput, { description: "Which records." }) input: CreateCompletePeriodInput) {
      return { changed: await this.scope.get(FigureChanges).declareComplete(names.declare, input, isUnion) };
    }

    @ForOfficers()
    @Mutation(() => CompletePeriodPayload, { name: names.takeBack, nullable: true, description: "Takes that word back, with the reason; the answer holds what it was." })
    async takeBack(@Arg("input", () => EndCompletePeriodInput, { description: "Which, and why." }) input: EndCompletePeriodInput) {
      return { changed: await this.scope.get(FigureChanges).takeBack(names.takeBack, input) };
    }
  }

  return { resolvers: [FigureChangesResolver] };
};
