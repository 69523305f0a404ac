import { ForOfficers, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { FriendshipAssociation } from "../friendship-association";
import { Congress } from "./congress";
import { ChangeCongressInput, CorrectCongressInput, CreateCongressInput } from "./congress.input";
import { Congresses } from "./congresses";

const CongressPayload = payloadOf(Congress, "Congress");

@Resolver(() => FriendshipAssociation)
export class AssociationCongressResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [Congress], { description: "Its congresses, the first one first." })
  congresses(@Root() { id }: FriendshipAssociation) {
    return this.scope.get(Congresses).byAssociation.load(id);
  }

  @FieldResolver(() => Congress, { nullable: true, description: "The last congress that was held; null when none is known." })
  currentCongress(@Root() { id }: FriendshipAssociation) {
    return this.scope.get(Congresses).current(id);
  }
}

@Resolver()
export class CongressChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => CongressPayload, { nullable: true, description: "Writes a congress of a friendship association down. For officers of the association's union." })
  async createCongress(@Arg("input", () => CreateCongressInput, { description: "The congress." }) input: CreateCongressInput) {
    return { changed: await this.scope.get(Congresses).create(input) };
  }

  @ForOfficers()
  @Mutation(() => CongressPayload, { nullable: true, description: "Says that a congress changed: when it is held, or its tenure. For officers of the association's union." })
  async changeCongress(@Arg("input", () => ChangeCongressInput, { description: "What changes." }) input: ChangeCongressInput) {
    return { changed: await this.scope.get(Congresses).change(input) };
  }

  @ForOfficers()
  @Mutation(() => CongressPayload, { nullable: true, description: "Puts right what was written down wrongly of a congress. For officers of the association's union." })
  async correctCongress(@Arg("input", () => CorrectCongressInput, { description: "What is right." }) input: CorrectCongressInput) {
    return { changed: await this.scope.get(Congresses).correct(input) };
  }
}
