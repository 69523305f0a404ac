import { ForOfficers, Names, Needs, PageArgs, pageOf, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { People, Person, PersonPayload } from "../person";
import { DuplicateDismissal, DuplicateRule } from "./duplicate";
import { DismissDuplicateInput, MergePersonsInput, UndoMergeInput } from "./duplicate.input";
import { Duplicates, type Candidate } from "./duplicates";
import { PersonMerge } from "./person-merge";
import { PersonMerges } from "./person-merges";

@ObjectType({ description: "Two people who may be one, and why they may." })
class DuplicateCandidate {
  @Field(() => ID, { description: "Of this pair." })
  id!: string;

  @Field(() => [DuplicateRule], { description: "The rules that matched, strongest first." })
  rules!: DuplicateRule[];
}

const DuplicateCandidatePage = pageOf(DuplicateCandidate, "DuplicateCandidate");
const DuplicateDismissalPayload = payloadOf(DuplicateDismissal, "DuplicateDismissal");
const PersonMergePage = pageOf(PersonMerge, "PersonMerge");

@ArgsType()
class CandidateArgs extends PageArgs {
  @Names("Union")
  @Field(() => ID, { description: "One of the two at least belongs to this union." })
  union!: string;

  @Field(() => Boolean, { nullable: true, description: "Or to a union below it; false when not given." })
  includeDescendants?: boolean | null;
}

@Resolver(() => DuplicateCandidate)
export class DuplicateCandidateResolver {
  constructor(private readonly scope: RequestScope) {}

  @Needs<undefined, CandidateArgs>("officer", (_, { union }) => union)
  @Query(() => DuplicateCandidatePage, {
    nullable: true,
    description: "Pairs of people who may be one person written down twice, strongest rule first; both are people whom your roles reach. Nothing is merged by itself: see mergePersons and dismissDuplicate.",
  })
  duplicateCandidates(@Args(() => CandidateArgs) { union, includeDescendants, first, after }: CandidateArgs) {
    return this.scope.get(Duplicates).page({ unionId: union, includeDescendants: includeDescendants ?? false }, { first, after });
  }

  @FieldResolver(() => Person, { nullable: true, description: "The one." })
  first(@Root() candidate: DuplicateCandidate) {
    return this.scope.get(People).byId.load((candidate as Candidate).firstId);
  }

  @FieldResolver(() => Person, { nullable: true, description: "The other one." })
  second(@Root() candidate: DuplicateCandidate) {
    return this.scope.get(People).byId.load((candidate as Candidate).secondId);
  }
}

@Resolver(() => PersonMerge)
export class PersonMergeResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Person, { nullable: true, description: "The person that was kept." })
  mergedInto(@Root() { keptId }: PersonMerge) {
    return this.scope.get(People).byId.load(keptId);
  }
}

@Resolver(() => Person)
export class PersonMergesResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => PersonMergePage, { nullable: true, description: "Who was merged into this person, newest first; undone merges too." })
  merges(@Root() { id }: Person, @Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(PersonMerges).ofPerson(id, args);
  }
}

@Resolver()
export class DuplicateChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => DuplicateDismissalPayload, { nullable: true, description: "Says that two people are two, so that they are no candidates again. CONFLICT when it was said already. For officers who reach both." })
  async dismissDuplicate(@Arg("input", () => DismissDuplicateInput, { description: "The two." }) input: DismissDuplicateInput) {
    return { changed: await this.scope.get(Duplicates).dismiss(input) };
  }

  @ForOfficers()
  @Mutation(() => PersonPayload, {
    nullable: true,
    description: "Makes two records of one person one: memberships, positions and whatever else names the merged person go over to the kept one, whose record is the answer; the merged id answers with it. Consents of both to one text, and residences in one country at the same time, become one; CONFLICT where both lived in two countries at a time, or got one scholarship. For officers who reach both, and every union of the merged one.",
  })
  async mergePersons(@Arg("input", () => MergePersonsInput, { description: "The two." }) input: MergePersonsInput) {
    return { changed: await this.scope.get(PersonMerges).merge(input) };
  }

  @ForOfficers()
  @Mutation(() => PersonPayload, {
    nullable: true,
    description: "Takes a merge back: what went over goes back, and the answer is the kept person. CONFLICT, naming what, where something of it was changed since. For officers who may merge the two.",
  })
  async undoMerge(@Arg("input", () => UndoMergeInput, { description: "The two." }) input: UndoMergeInput) {
    return { changed: await this.scope.get(PersonMerges).undo(input) };
  }
}
