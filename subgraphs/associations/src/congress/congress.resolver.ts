import { Open, pageOf, published, RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Arg, Args, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { FriendshipAssociation, FriendshipAssociations } from "../friendship-association";
import { Congress, CongressState } from "./congress";
import { CongressArgs, EndingTenureArgs } from "./congress.args";
import { CongressBody } from "./congress-body";
import { stateOf } from "./congress-rules";
import { Congresses } from "./congresses";
import { EndingTenure } from "./ending-tenure";
import { Tenures } from "./tenures";

const CongressPage = pageOf(Congress, "Congress");
const EndingTenurePage = pageOf(EndingTenure, "EndingTenure");

@Resolver(() => Congress)
export class CongressResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => Congress, { nullable: true, description: "One congress; null when there is none with this id." })
  congress(@Arg("id", () => ID, { description: "Its id." }) id: string) {
    return this.scope.get(Congresses).byId.load(id);
  }

  @Open(published)
  @Query(() => CongressPage, { nullable: true, description: "Congresses, newest first by when they were held or are planned; those of demo unions only where `union` or `association` names theirs." })
  congresses(@Args(() => CongressArgs) { first, after, union, association, ...filter }: CongressArgs) {
    return this.scope.get(Congresses).page({ unionId: union, associationId: association, ...filter }, { first, after });
  }

  @FieldResolver(() => FriendshipAssociation, { description: "The association that holds it." })
  association(@Root() { associationId }: Congress) {
    return this.scope.get(FriendshipAssociations).byId.load(associationId);
  }

  @FieldResolver(() => CongressState, { description: "Whether it was held or is planned." })
  state(@Root() congress: Congress) {
    return stateOf(congress);
  }

  @FieldResolver(() => [CongressBody], { description: "The bodies that it elected, in the order of its records; empty when nobody says." })
  bodies(@Root() { id }: Congress) {
    return this.scope.get(Congresses).bodies.load(id);
  }
}

@Resolver(() => EndingTenure)
export class EndingTenureResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => EndingTenurePage, {
    nullable: true,
    description:
      "Associations whose current tenure ends within so many months, or ended before, and for which no congress is planned; the soonest first. " +
      "A congress whose planned day has gone by without it being held is not planned any more, and one without a planned day counts until the current tenure is over. Those of demo unions only where `union` names theirs.",
  })
  tenuresEnding(@Args(() => EndingTenureArgs) { first, after, union, asOf, ...filter }: EndingTenureArgs) {
    return this.scope.get(Tenures).ending({ unionId: union, asOf: asOf ?? today(), ...filter }, { first, after });
  }

  @FieldResolver(() => FriendshipAssociation, { description: "The association." })
  association(@Root() { congress }: EndingTenure) {
    return this.scope.get(FriendshipAssociations).byId.load(congress.associationId);
  }
}

@Resolver(() => FriendshipAssociation)
export class AssociationCongressResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [Congress], { description: "Its congresses, held and planned, the first one first." })
  congresses(@Root() { id }: FriendshipAssociation) {
    return this.scope.get(Congresses).byAssociation.load(id);
  }

  @FieldResolver(() => Congress, { nullable: true, description: "The last congress that was held; null when none is known." })
  currentCongress(@Root() { id }: FriendshipAssociation) {
    return this.scope.get(Congresses).current(id);
  }
}
