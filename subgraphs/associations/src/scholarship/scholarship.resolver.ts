import { ForOfficers, Money, Needs, Open, PageArgs, pageOf, payloadOf, published, publicTotals, RequestScope, Source } from "@huu-nghi/subgraph-kit";
import { Arg, Args, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Country } from "../country";
import { FriendshipAssociation, FriendshipAssociations } from "../friendship-association";
import { People, Person } from "../person";
import { Union, Unions } from "../union";
import { Scholarship, ScholarshipSponsor } from "./scholarship";
import { ScholarshipArgs, ScholarshipTotalsArgs } from "./scholarship.args";
import { ChangeScholarshipInput, CorrectScholarshipInput, CreateScholarshipInput } from "./scholarship.input";
import { ScholarshipChanges } from "./scholarship-changes";
import { filterOf } from "./scholarship-filter";
import { sponsorOf } from "./scholarship-sponsor";
import { ScholarshipTotaling } from "./scholarship-sums";
import { ScholarshipTotal, ScholarshipTotals } from "./scholarship-total";
import { Scholarships } from "./scholarships";

const ScholarshipPayload = payloadOf(Scholarship, "Scholarship");
export const ScholarshipPage = pageOf(Scholarship, "Scholarship");
const ScholarshipTotalPage = pageOf(ScholarshipTotal, "ScholarshipTotal");

@Resolver(() => Scholarship)
export class ScholarshipResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => Scholarship, { nullable: true, description: "One award of scholarships; null when there is none with this id." })
  scholarship(@Arg("id", () => ID, { description: "The award's id." }) id: string) {
    return this.scope.get(Scholarships).byId.load(id);
  }

  @Open(published)
  @Query(() => ScholarshipPage, { nullable: true, description: "Awards of scholarships, newest first; those that were made up for trying only where `union` or `association` names theirs." })
  scholarships(@Args(() => ScholarshipArgs) asked: ScholarshipArgs, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(Scholarships).page(filterOf(asked), page);
  }

  @FieldResolver(() => Union, { description: "The union of the associations that gave it." })
  union(@Root() { unionId }: Scholarship) {
    return this.scope.get(Unions).byId.load(unionId);
  }

  @FieldResolver(() => [FriendshipAssociation], { description: "The associations that gave it, or passed it on for its sponsor." })
  async associations(@Root() { id }: Scholarship) {
    const links = await this.scope.get(Scholarships).associations.load(id);
    return this.scope.get(FriendshipAssociations).byId.loadMany(links.map(({ associationId }) => associationId));
  }

  @FieldResolver(() => Country, { nullable: true, description: "The recipients' nationality; null when nobody says, or they have several." })
  nationality(@Root() { nationality: code }: Scholarship): Country | null {
    return code === null ? null : { code };
  }

  @FieldResolver(() => Money, { nullable: true, description: "How much it is, of what `amountBasis` says; null when nobody says." })
  amount(@Root() { amount, currency }: Scholarship): Money | null {
    return amount === null || currency === null ? null : { amount, currency };
  }

  @FieldResolver(() => Money, { nullable: true, description: "What the award is worth in all; null when that is not known, as with an amount for each of nobody knows how many." })
  totalAmount(@Root() scholarship: Scholarship) {
    return this.scope.get(Scholarships).worth.load(scholarship.id);
  }

  @FieldResolver(() => ScholarshipSponsor, { description: "Who pays for it." })
  sponsor(@Root() scholarship: Scholarship) {
    return sponsorOf(this.scope, scholarship);
  }

  @Needs<Scholarship>("officer", ({ unionId }) => unionId)
  @FieldResolver(() => [Person], { nullable: true, description: "Those of the recipients who are known persons; for officers of the union, as far as they may see each person." })
  async recipients(@Root() { id }: Scholarship) {
    const links = await this.scope.get(Scholarships).recipients.load(id);
    return this.scope.get(People).byId.loadMany(links.map(({ personId }) => personId));
  }

  @FieldResolver(() => Source, { nullable: true, description: "Where it was read; null for what the union wrote down itself." })
  source(@Root() { sourceId }: Scholarship) {
    return sourceId === null ? null : this.scope.get(Scholarships).source.load(sourceId);
  }
}

@Resolver(() => ScholarshipTotals)
export class ScholarshipTotalsResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(publicTotals)
  @Query(() => ScholarshipTotals, { nullable: true, description: "What awards of scholarships add up to, in all and split by `groupBy`. Null when none is written down; those of demo unions only where `union` or `association` names theirs." })
  scholarshipTotals(@Args(() => ScholarshipTotalsArgs) { groupBy, from, to, ...asked }: ScholarshipTotalsArgs) {
    return this.scope.get(ScholarshipTotaling).totals({ ...filterOf(asked), groupBy, from, to });
  }

  @FieldResolver(() => ScholarshipTotalPage, { description: "The parts: those with the most recipients first, of school years the latest." })
  rows(@Root() { asked }: ScholarshipTotals, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(ScholarshipTotaling).rows(asked, page);
  }
}

@Resolver()
export class ScholarshipChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => ScholarshipPayload, { nullable: true, description: "Writes an award of scholarships down. For officers of the union of its associations." })
  async createScholarship(@Arg("input", () => CreateScholarshipInput, { description: "The award." }) input: CreateScholarshipInput) {
    return { changed: await this.scope.get(ScholarshipChanges).create(input) };
  }

  @ForOfficers()
  @Mutation(() => ScholarshipPayload, { nullable: true, description: "Says what changed of an award of scholarships, or became known of it. For officers of its union." })
  async changeScholarship(@Arg("input", () => ChangeScholarshipInput, { description: "What changes." }) input: ChangeScholarshipInput) {
    return { changed: await this.scope.get(ScholarshipChanges).change(input) };
  }

  @ForOfficers()
  @Mutation(() => ScholarshipPayload, { nullable: true, description: "Puts right what was written down wrongly of an award of scholarships. For officers of its union." })
  async correctScholarship(@Arg("input", () => CorrectScholarshipInput, { description: "What is right." }) input: CorrectScholarshipInput) {
    return { changed: await this.scope.get(ScholarshipChanges).correct(input) };
  }
}
