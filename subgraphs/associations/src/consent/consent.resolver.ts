import { ForOfficers, Names, Needs, PageArgs, pageOf, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Person, PersonPage } from "../person";
import { Union, Unions } from "../union";
import { Consent, ConsentPurpose } from "./consent";
import { CreateConsentInput, WithdrawConsentInput } from "./consent.input";
import { Consents } from "./consents";

const ConsentPage = pageOf(Consent, "Consent");
const ConsentPayload = payloadOf(Consent, "Consent");

@ArgsType()
class ConsentArgs extends PageArgs {
  @Field(() => ConsentPurpose, { nullable: true, description: "To this purpose." })
  purpose?: ConsentPurpose | null;
}

@ArgsType()
class ExportArgs extends PageArgs {
  @Names("Union")
  @Field(() => ID, { description: "The union whose members are exported." })
  union!: string;

  @Field(() => ConsentPurpose, { description: "What for; only those are in the list who agreed to it." })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: "Who needs the list and why, in 5 to 200 characters; it is written down beside your name for each person." })
  reason!: string;
}

@Resolver(() => Consent)
export class ConsentResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Union, { description: "The union that it was given to." })
  union(@Root() { unionId }: Consent) {
    return this.scope.get(Unions).byId.load(unionId);
  }

  @Needs<undefined, ExportArgs>("officer", (_, { union }) => union)
  @Query(() => PersonPage, {
    nullable: true,
    description: "Members of a union's associations of today, by their names, for a list to be given out: who has not agreed to the purpose, or withdrew that, is left out. Each person read is in the access log. For officers of the union.",
  })
  exportPeople(@Args(() => ExportArgs) { first, after, ...wanted }: ExportArgs) {
    return this.scope.get(Consents).export(wanted, { first, after });
  }

  @ForOfficers()
  @Mutation(() => ConsentPayload, { nullable: true, description: "Writes down that a person agreed to something. For officers of the union that it was given to." })
  async createConsent(@Arg("input", () => CreateConsentInput, { description: "The consent." }) input: CreateConsentInput) {
    return { changed: await this.scope.get(Consents).create(input) };
  }

  @ForOfficers()
  @Mutation(() => ConsentPayload, { nullable: true, description: "Writes down that a person withdrew a consent. For officers of the union that it was given to." })
  async withdrawConsent(@Arg("input", () => WithdrawConsentInput, { description: "Which, and when." }) input: WithdrawConsentInput) {
    return { changed: await this.scope.get(Consents).withdraw(input) };
  }
}

@Resolver(() => Person)
export class PersonConsentResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => ConsentPage, { nullable: true, description: "What the person agreed to, withdrawn consents too, the newest first; of the unions whose officer you are." })
  consents(@Root() { id }: Person, @Args(() => ConsentArgs) { purpose = null, ...page }: ConsentArgs) {
    return this.scope.get(Consents).ofPerson(id, purpose, page);
  }
}
