import { checkedPeriod, checkedYear, ForOfficers, LocalDate, Open, payloadOf, published, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { report } from "./report";
import { Union, UnionLevel } from "./union";
import { ChangeUnionInput, CorrectUnionInput, CreateUnionInput, EndUnionInput } from "./union.input";
import { Unions } from "./unions";

const UnionPayload = payloadOf(Union, "Union");

@Resolver(() => Union)
export class UnionResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => [Union], { nullable: true, description: "All unions, also those that ended, by their Vietnamese names; demo unions only when asked for." })
  unions(
    @Arg("level", () => UnionLevel, { nullable: true, description: "Only of this level." }) level?: UnionLevel | null,
    @Arg("includeDemo", () => Boolean, { nullable: true, description: "Also those made up for trying; false when not given." }) includeDemo?: boolean | null,
  ) {
    return this.scope.get(Unions).list(level ?? null, includeDemo ?? false);
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

  @FieldResolver(() => report.Report, { description: "The report of a calendar year. BAD_USER_INPUT for a year outside 1900 to 2999." })
  annualReport(@Root() { id }: Union, @Arg("year", () => Int, { description: "From 1900 to 2999." }) year: number) {
    return report.of(id, checkedYear(year));
  }

  @FieldResolver(() => report.Report, { description: "The report of any period, both days included. BAD_USER_INPUT when it ends before it begins or lies outside the years 1900 to 2999." })
  report(
    @Root() { id }: Union,
    @Arg("from", () => LocalDate, { description: "The first day." }) from: string,
    @Arg("to", () => LocalDate, { description: "The last day." }) to: string,
  ) {
    return report.of(id, checkedPeriod(from, to));
  }

  @ForOfficers()
  @Mutation(() => UnionPayload, { nullable: true, description: "Writes a union down. For officers of the union or of the national one; the national one itself is for those whose roles are for every union." })
  async createUnion(@Arg("input", () => CreateUnionInput, { description: "The union." }) input: CreateUnionInput) {
    return { changed: await this.scope.get(Unions).create(input) };
  }

  @ForOfficers()
  @Mutation(() => UnionPayload, { nullable: true, description: "Says that a union changed, such as its name. For officers of the union." })
  async changeUnion(@Arg("input", () => ChangeUnionInput, { description: "What changes." }) input: ChangeUnionInput) {
    return { changed: await this.scope.get(Unions).change(input) };
  }

  @ForOfficers()
  @Mutation(() => UnionPayload, { nullable: true, description: "Says that a union ended. It is still found by its id. CONFLICT when it has ended already. For officers of the union." })
  async endUnion(@Arg("input", () => EndUnionInput, { description: "When, and why." }) input: EndUnionInput) {
    return { changed: await this.scope.get(Unions).end(input) };
  }

  @ForOfficers()
  @Mutation(() => UnionPayload, { nullable: true, description: "Puts right what was written down wrongly of a union. For officers of the union." })
  async correctUnion(@Arg("input", () => CorrectUnionInput, { description: "What is right." }) input: CorrectUnionInput) {
    return { changed: await this.scope.get(Unions).correct(input) };
  }
}
