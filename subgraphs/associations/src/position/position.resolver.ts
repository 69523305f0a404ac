import { ForOfficers, LocalDate, LocalizedText, Names, Open, PageArgs, pageOf, payloadOf, published, RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { FriendshipAssociation, FriendshipAssociations } from "../friendship-association";
import { People, Person } from "../person";
import { Union, Unions } from "../union";
import { Position, PositionBodyKind, PositionRole } from "./position";
import { ChangePositionInput, CorrectPositionInput, CreatePositionInput, EndPositionInput } from "./position.input";
import { Positions } from "./positions";

const PositionPage = pageOf(Position, "Position");
const PositionPayload = payloadOf(Position, "Position");

@ArgsType()
class HeldArgs extends PageArgs {
  @Field(() => LocalDate, { nullable: true, description: "Held on this day; today when not given." })
  asOf?: string | null;

  @Field(() => PositionRole, { nullable: true, description: "Only of this role." })
  role?: PositionRole | null;

  @Field(() => PositionBodyKind, { nullable: true, description: "Only in bodies of this kind." })
  body?: PositionBodyKind | null;

  @Field(() => String, { nullable: true, description: "Whose holder's name and title hold each word of this, in any order; accents and case do not matter." })
  text?: string | null;
}

@ArgsType()
class PositionArgs extends HeldArgs {
  @Names("Union")
  @Field(() => ID, { nullable: true, description: "In exactly this union and its friendship associations." })
  union?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Also in the unions below `union`; false when not given." })
  includeDescendants?: boolean | null;

  @Names("FriendshipAssociation")
  @Field(() => ID, { nullable: true, description: "In this friendship association." })
  association?: string | null;
}

const filterOf = ({ asOf, role, body, text }: HeldArgs) => ({ asOf: asOf ?? today(), role, body, text });

@Resolver(() => Position)
export class PositionResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => PositionPage, {
    nullable: true,
    description: "Who held which position on a day: the published ones, and to officers all of their unions; chairs first, then by the holders' names. Those of demo unions only where `union` or `association` names theirs.",
  })
  positions(@Args(() => PositionArgs) { union, includeDescendants, association, first, after, ...held }: PositionArgs) {
    const filter = { ...filterOf(held), unionId: union, includeDescendants: includeDescendants ?? false, associationId: association };
    return this.scope.get(Positions).page(filter, { first, after });
  }

  @Open(published)
  @Query(() => Position, { nullable: true, description: "One position; null when there is none with this id, or when it is not published and your roles do not reach it." })
  position(@Arg("id", () => ID, { description: "Its id." }) id: string) {
    return this.scope.get(Positions).known(id);
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: "The name of the body, such as Division of Foreign NGO Affairs; null when nobody says." })
  bodyName(@Root() { bodyName }: Position) {
    return bodyName?.vi == null && bodyName?.en == null ? null : bodyName;
  }

  // What stood down before there was such a thing does not say.
  @FieldResolver(() => Boolean, { description: "Whether the holder only stands in for whoever holds it, or until somebody does." })
  acting(@Root() { acting }: Position) {
    return acting ?? false;
  }

  @FieldResolver(() => Union, { nullable: true, description: "The union in which it is held; null for a position in a friendship association." })
  union(@Root() { unionId }: Position) {
    return unionId === null ? null : this.scope.get(Unions).byId.load(unionId);
  }

  @FieldResolver(() => FriendshipAssociation, { nullable: true, description: "The friendship association in which it is held; null for a position in a union." })
  association(@Root() { associationId }: Position) {
    return associationId === null ? null : this.scope.get(FriendshipAssociations).byId.load(associationId);
  }

  // That a person of the records is the one who was printed is not public, though the name is.
  @FieldResolver(() => Person, { nullable: true, description: "Who holds it; for officers of its union. Null where only the name is known." })
  async person(@Root() position: Position) {
    const [unionId] = await this.scope.get(Positions).unionsOf(position);
    this.scope.viewer.require("officer", unionId);
    return position.personId === null ? null : this.scope.get(People).byId.load(position.personId);
  }
}

@Resolver(() => Union)
export class UnionPositionResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => PositionPage, { nullable: true, description: "The positions in its own bodies and offices, as they were held on a day; chairs first. Those that are not published are for its officers." })
  positions(@Root() { id }: Union, @Args(() => HeldArgs) { first, after, ...held }: HeldArgs) {
    return this.scope.get(Positions).ofUnion(id, filterOf(held), { first, after });
  }
}

@Resolver(() => FriendshipAssociation)
export class AssociationPositionResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => PositionPage, { nullable: true, description: "The positions in its bodies, as they were held on a day; chairs first. Those that are not published are for officers of its union." })
  positions(@Root() { id }: FriendshipAssociation, @Args(() => HeldArgs) { first, after, ...held }: HeldArgs) {
    return this.scope.get(Positions).ofAssociation(id, filterOf(held), { first, after });
  }
}

@Resolver(() => Person)
export class PersonPositionResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => PositionPage, { nullable: true, description: "The person's positions in the unions whose officer you are, today's and earlier ones, newest first." })
  positions(@Root() { id }: Person, @Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(Positions).ofPerson(id, args);
  }
}

@Resolver()
export class PositionChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => PositionPayload, { nullable: true, description: "Writes a position down, with who holds it. CONFLICT when its body has a chair, general secretary or head at that time already, who began on a day that is known. For officers of its union." })
  async createPosition(@Arg("input", () => CreatePositionInput, { description: "The position." }) input: CreatePositionInput) {
    return { changed: await this.scope.get(Positions).create(input) };
  }

  @ForOfficers()
  @Mutation(() => PositionPayload, { nullable: true, description: "Says that a position changed: its title, its body's name, or whether it is published. For officers of its union." })
  async changePosition(@Arg("input", () => ChangePositionInput, { description: "What changes." }) input: ChangePositionInput) {
    return { changed: await this.scope.get(Positions).change(input) };
  }

  @ForOfficers()
  @Mutation(() => PositionPayload, { nullable: true, description: "Says that somebody left a position. For officers of its union." })
  async endPosition(@Arg("input", () => EndPositionInput, { description: "When, and why." }) input: EndPositionInput) {
    return { changed: await this.scope.get(Positions).end(input) };
  }

  @ForOfficers()
  @Mutation(() => PositionPayload, { nullable: true, description: "Puts right what was written down wrongly of a position. For officers of its union." })
  async correctPosition(@Arg("input", () => CorrectPositionInput, { description: "What is right." }) input: CorrectPositionInput) {
    return { changed: await this.scope.get(Positions).correct(input) };
  }
}
