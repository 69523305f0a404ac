import { ForOfficers, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Mutation, Resolver } from "type-graphql";
import { Congress } from "./congress";
import { ChangeCongressInput, CorrectCongressInput, CreateCongressInput } from "./congress.input";
import { Congresses } from "./congresses";

const CongressPayload = payloadOf(Congress, "Congress");

@Resolver()
export class CongressChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => CongressPayload, { nullable: true, description: "Writes a congress of a friendship association down, one that was held or one that is planned. CONFLICT when it has another with the same ordinal, BAD_USER_INPUT when their tenures overlap. For officers of the association's union." })
  async createCongress(@Arg("input", () => CreateCongressInput, { description: "The congress." }) input: CreateCongressInput) {
    return { changed: await this.scope.get(Congresses).create(input) };
  }

  @ForOfficers()
  @Mutation(() => CongressPayload, { nullable: true, description: "Says that a congress changed: when it is planned, that it was held, what it elected, or its tenure. For officers of the association's union." })
  async changeCongress(@Arg("input", () => ChangeCongressInput, { description: "What changes." }) input: ChangeCongressInput) {
    return { changed: await this.scope.get(Congresses).change(input) };
  }

  @ForOfficers()
  @Mutation(() => CongressPayload, { nullable: true, description: "Puts right what was written down wrongly of a congress. For officers of the association's union." })
  async correctCongress(@Arg("input", () => CorrectCongressInput, { description: "What is right." }) input: CorrectCongressInput) {
    return { changed: await this.scope.get(Congresses).correct(input) };
  }
}
