import { checkedPeriod, checkedYear, ForOfficers, LocalDate, Names, Open, PageArgs, pageOf, payloadOf, published, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Founding, Foundings } from "../founding";
import { report } from "./report";
import { Union, UnionLevel } from "./union";
import { ChangeUnionInput, CorrectUnionInput, CreateUnionInput, EndUnionInput } from "./union.input";
import { UnionSuccessions } from "./union-successions";
import { Unions } from "./unions";

const UnionPayload = payloadOf(Union, "Union");
const UnionPage = pageOf(Union, "Union");

@ArgsType()
class UnionArgs {
  @Field(() => UnionLevel, { nullable: true, description: "Only of this level." })
  level?: UnionLevel | null;

  @Field(() => Boolean, { nullable: true, description: "Also those made up for trying; false when not given." })
  includeDemo?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: "Those that stand on this day; one of which nobody says when it was founded stands until it ends." })
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: "Whose name contains this, in either language; accents and case do not matter." })
  text?: string | null;

  @Names("Union")
  @Field(() => ID, { nullable: true, description: "Right below this union." })
  parent?: string | null;

  @Names("Union")
  @Field(() => ID, { nullable: true, description: "This union, and all below it at any depth." })
  within?: string | null;
}

@ArgsType()
class UnionsBelowArgs extends PageArgs {
  @Field(() => UnionLevel, { nullable: true, description: "Only of this level: MEMBER_ORGANISATION for the members." })
  level?: UnionLevel | null;

  @Field(() => LocalDate, { nullable: true, description: "Those that stand on this day; one of which nobody says when it was founded stands until it ends." })
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: "Whose name contains this, in either language; accents and case do not matter." })
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only those right below it; false when not given." })
  direct?: boolean | null;
}

const predecessorsToo = `Whether the unions whose place it took count in it, and those before them; false when not given. What happened counts in the periods in which each stood. \
A stock, such as memberships, is what stood on the last day: a predecessor's counts as long as that one stood then. Later its members are in the records of its successor; what was last printed of it \
is among the readings, with its source's date, and in no total; what it left in records and has not ended counts, each once. A union's own report stays its own.`;

@Resolver(() => Union)
export class UnionResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => [Union], { nullable: true, description: "All unions, also those that ended, by their Vietnamese names; demo unions only when asked for. Page by page: `Union.unionsBelow`." })
  unions(@Args(() => UnionArgs) { includeDemo, ...filter }: UnionArgs) {
    return this.scope.get(Unions).list({ ...filter, includeDemo: includeDemo ?? false });
  }

  @Open(published)
  @Query(() => Union, { nullable: true, description: "One union; null when there is none with this id." })
  union(@Arg("id", () => ID, { description: "Such as dong-nai." }) id: string) {
    return this.scope.get(Unions).byId.load(id);
  }

  @FieldResolver(() => Union, { nullable: true, description: "The union above it; null for the national one." })
  parent(@Root() { parentId }: Union) {
    return parentId === null ? null : this.scope.get(Unions).byId.load(parentId);
  }

  @FieldResolver(() => Founding, { description: "When it was founded, by each source that says so." })
  founding(@Root() union: Union) {
    return this.scope.get(Foundings).of("Union", union);
  }

  @FieldResolver(() => UnionPage, { nullable: true, description: "The unions and member organisations below it, by their Vietnamese names, at any depth." })
  unionsBelow(@Root() { id }: Union, @Args(() => UnionsBelowArgs) { first, after, direct, ...filter }: UnionsBelowArgs) {
    return this.scope.get(Unions).below(id, { ...filter, direct: direct ?? false }, { first, after });
  }

  @FieldResolver(() => report.Report, { description: "The report of a calendar year. BAD_USER_INPUT for a year outside 1900 to 2999." })
  async annualReport(
    @Root() union: Union,
    @Arg("year", () => Int, { description: "From 1900 to 2999." }) year: number,
    @Arg("includePredecessors", () => Boolean, { nullable: true, description: predecessorsToo }) includePredecessors?: boolean | null,
  ) {
    const period = checkedYear(year);
    return report.ofUnions(await this.scope.get(UnionSuccessions).counted(union, includePredecessors ?? false), period);
  }

  @FieldResolver(() => report.Report, { description: "The report of any period, both days included. BAD_USER_INPUT when it ends before it begins or lies outside the years 1900 to 2999." })
  async report(
    @Root() union: Union,
    @Arg("from", () => LocalDate, { description: "The first day." }) from: string,
    @Arg("to", () => LocalDate, { description: "The last day." }) to: string,
    @Arg("includePredecessors", () => Boolean, { nullable: true, description: predecessorsToo }) includePredecessors?: boolean | null,
  ) {
    const period = checkedPeriod(from, to);
    return report.ofUnions(await this.scope.get(UnionSuccessions).counted(union, includePredecessors ?? false), period);
  }

  @ForOfficers()
  @Mutation(() => UnionPayload, { nullable: true, description: "Writes a union down. For officers of the union or of the one above it; the national one itself is for those whose roles are for every union." })
  async createUnion(@Arg("input", () => CreateUnionInput, { description: "The union." }) input: CreateUnionInput) {
    return { changed: await this.scope.get(Unions).create(input) };
  }

  @ForOfficers()
  @Mutation(() => UnionPayload, { nullable: true, description: "Says that a union changed: its name, or what it is below. For officers of the union." })
  async changeUnion(@Arg("input", () => ChangeUnionInput, { description: "What changes." }) input: ChangeUnionInput) {
    return { changed: await this.scope.get(Unions).change(input) };
  }

  @ForOfficers()
  @Mutation(() => UnionPayload, { nullable: true, description: "Says that a union ended. It is still found by its id. CONFLICT when it has ended already, or while others stand below it. For officers of the union." })
  async endUnion(@Arg("input", () => EndUnionInput, { description: "When, and why." }) input: EndUnionInput) {
    return { changed: await this.scope.get(Unions).end(input) };
  }

  @ForOfficers()
  @Mutation(() => UnionPayload, { nullable: true, description: "Puts right what was written down wrongly of a union. For officers of the union." })
  async correctUnion(@Arg("input", () => CorrectUnionInput, { description: "What is right." }) input: CorrectUnionInput) {
    return { changed: await this.scope.get(Unions).correct(input) };
  }
}
