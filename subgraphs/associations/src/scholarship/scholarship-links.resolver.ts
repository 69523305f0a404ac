import { Open, PageArgs, published, RequestScope } from "@huu-nghi/subgraph-kit";
import { Args, FieldResolver, Resolver, Root } from "type-graphql";
import { ForeignNgo } from "../foreign-ngo";
import { FriendshipAssociation } from "../friendship-association";
import { Partner } from "../partner";
import { Person } from "../person";
import { ScholarshipPage } from "./scholarship.resolver";
import { Scholarships } from "./scholarships";

@Resolver(() => FriendshipAssociation)
export class AssociationScholarshipsResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => ScholarshipPage, { nullable: true, description: "The awards of scholarships that it gave or passed on, newest first." })
  scholarships(@Root() { id }: FriendshipAssociation, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(Scholarships).ofAssociation(id, page);
  }
}

@Resolver(() => Person)
export class PersonScholarshipsResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => ScholarshipPage, { nullable: true, description: "The awards of scholarships in which the person had a part, of unions whose officer you are, newest first." })
  scholarships(@Root() { id }: Person, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(Scholarships).ofPerson(id, page);
  }
}

@Resolver(() => Partner)
export class PartnerScholarshipsResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => ScholarshipPage, { nullable: true, description: "The awards of scholarships that it pays for, newest first." })
  scholarships(@Root() { id }: Partner, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(Scholarships).ofPartner(id, page);
  }
}

@Resolver(() => ForeignNgo)
export class NgoScholarshipsResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => ScholarshipPage, { nullable: true, description: "The awards of scholarships that it pays for, newest first." })
  scholarships(@Root() { id }: ForeignNgo, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(Scholarships).ofNgo(id, page);
  }
}
