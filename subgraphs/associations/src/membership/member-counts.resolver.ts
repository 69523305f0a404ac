import { LocalDate, PageArgs, pageOf, RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Args, ArgsType, Field, FieldResolver, Int, ObjectType, registerEnumType, Resolver, Root } from "type-graphql";
import { Branch, Branches } from "../branch";
import { FriendshipAssociation, FriendshipAssociations } from "../friendship-association";
import { Union } from "../union";
import { MemberCounts, type Counted, type CountedGroup, type CountedIn } from "./member-counts";
import { MemberKind, MembershipStatus } from "./membership";

enum MemberGrouping {
  ASSOCIATION = "ASSOCIATION",
  BRANCH = "BRANCH",
  KIND = "KIND",
  STATUS = "STATUS",
}
registerEnumType(MemberGrouping, {
  name: "MemberGrouping",
  description: "By what members are counted apart.",
  valuesConfig: {
    ASSOCIATION: { description: "By association." },
    BRANCH: { description: "By branch; those in no branch that stands are one group." },
    KIND: { description: "People and organisations." },
    STATUS: { description: "Ordinary, honorary and associate members." },
  },
});

@ObjectType({ description: "How many members there are on a day. A person in several associations is counted once as a person, and with each membership as memberships." })
class MemberCount {
  @Field(() => Int, { description: "Memberships, of people and organisations." })
  memberships!: number;

  @Field(() => Int, { nullable: true, description: "People, each once; null where none of a person was recorded by then, and nobody declared that there was none." })
  people!: number | null;

  @Field(() => Int, { nullable: true, description: "Organisations, each once; null where none of an organisation was recorded by then, and nobody declared that there was none." })
  organisations!: number | null;
}

@ObjectType({ description: "The members of one group. Somebody who is in several groups is counted in each, so that people of groups may add up to more than there are." })
class MemberCountGroup extends MemberCount {}

const MemberCountGroupPage = pageOf(MemberCountGroup, "MemberCountGroup");

@ArgsType()
class MemberCountArgs {
  @Field(() => LocalDate, { nullable: true, description: "On this day; today when not given." })
  asOf?: string | null;

  @Field(() => MembershipStatus, { nullable: true, description: "Only members of this kind; all when not given." })
  status?: MembershipStatus | null;
}

@ArgsType()
class UnionMemberCountArgs extends MemberCountArgs {
  @Field(() => Boolean, { nullable: true, description: "Also of the unions below it; false when not given." })
  includeDescendants?: boolean | null;
}

@ArgsType()
class BranchMemberCountArgs extends MemberCountArgs {
  @Field(() => Boolean, { nullable: true, description: "Also of the branches below it; false when not given." })
  includeDescendants?: boolean | null;
}

@ArgsType()
class GroupArgs extends PageArgs {
  @Field(() => MemberGrouping, { description: "By what." })
  groupBy!: MemberGrouping;
}

const questionOf = (of: CountedIn, { asOf, status, includeDescendants }: UnionMemberCountArgs) => ({ of, asOf: asOf ?? today(), status: status ?? null, includeDescendants: includeDescendants ?? false });

@Resolver(() => MemberCount)
export class MemberCountResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => MemberCountGroupPage, { nullable: true, description: "The same counted apart, by the groups' Vietnamese names; groups without a member on the day are left out." })
  groups(@Root() counted: MemberCount, @Args(() => GroupArgs) { groupBy, ...page }: GroupArgs) {
    return this.scope.get(MemberCounts).groups(counted as Counted, groupBy, page);
  }
}

@Resolver(() => MemberCountGroup)
export class MemberCountGroupResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => FriendshipAssociation, { nullable: true, description: "The association, where they are counted by association; else null." })
  association(@Root() group: MemberCountGroup) {
    const { by, key } = group as MemberCountGroup & CountedGroup;
    return by === MemberGrouping.ASSOCIATION && key !== null ? this.scope.get(FriendshipAssociations).byId.load(key) : null;
  }

  @FieldResolver(() => Branch, { nullable: true, description: "The branch, where they are counted by branch; else, and for those in none, null." })
  branch(@Root() group: MemberCountGroup) {
    const { by, key } = group as MemberCountGroup & CountedGroup;
    return by === MemberGrouping.BRANCH && key !== null ? this.scope.get(Branches).byId.load(key) : null;
  }

  @FieldResolver(() => MemberKind, { nullable: true, description: "People or organisations, where they are counted by kind; else null." })
  memberKind(@Root() group: MemberCountGroup) {
    const { by, key } = group as MemberCountGroup & CountedGroup;
    return by === MemberGrouping.KIND ? key : null;
  }

  @FieldResolver(() => MembershipStatus, { nullable: true, description: "Ordinary, honorary or associate, where they are counted by status; else null." })
  status(@Root() group: MemberCountGroup) {
    const { by, key } = group as MemberCountGroup & CountedGroup;
    return by === MemberGrouping.STATUS ? key : null;
  }
}

@Resolver(() => Union)
export class UnionMemberCountResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => MemberCount, { nullable: true, description: "How many members its associations have on a day; null where no membership was recorded by then, and nobody declared that there was none." })
  memberCounts(@Root() { id }: Union, @Args(() => UnionMemberCountArgs) args: UnionMemberCountArgs) {
    return this.scope.get(MemberCounts).of(questionOf("union", args), id);
  }
}

@Resolver(() => FriendshipAssociation)
export class AssociationMemberCountResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => MemberCount, { nullable: true, description: "How many members it has on a day; null where no membership was recorded by then, and nobody declared that there was none." })
  memberCounts(@Root() { id }: FriendshipAssociation, @Args(() => MemberCountArgs) args: MemberCountArgs) {
    return this.scope.get(MemberCounts).of(questionOf("association", args), id);
  }
}

@Resolver(() => Branch)
export class BranchMemberCountResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => MemberCount, { nullable: true, description: "How many members it has on a day; null where no membership in it was recorded by then, and nobody declared that there was none." })
  memberCounts(@Root() { id }: Branch, @Args(() => BranchMemberCountArgs) args: BranchMemberCountArgs) {
    return this.scope.get(MemberCounts).of(questionOf("branch", args), id);
  }
}
