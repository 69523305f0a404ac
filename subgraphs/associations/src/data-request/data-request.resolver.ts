import { ForOfficers, LocalDate, Names, Needs, PageArgs, pageOf, payloadOf, RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { People, Person } from "../person";
import { Union, Unions } from "../union";
import { DataRequest, DataRequestKind, DataRequestState } from "./data-request";
import { AcknowledgeDataRequestInput, CompleteDataRequestInput, CorrectDataRequestTermInput, CreateDataRequestInput, RefuseDataRequestInput } from "./data-request.input";
import { DataRequests, isOverdue, stateOf } from "./data-requests";
import { DataRequestTerm } from "./term";

const DataRequestPage = pageOf(DataRequest, "DataRequest");
const DataRequestPayload = payloadOf(DataRequest, "DataRequest");
const DataRequestTermPayload = payloadOf(DataRequestTerm, "DataRequestTerm");

@ArgsType()
class DataRequestArgs extends PageArgs {
  @Names("Union")
  @Field(() => ID, { nullable: true, description: "In the register of exactly this union." })
  union?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this person." })
  person?: string | null;

  @Field(() => DataRequestKind, { nullable: true, description: "Of this kind." })
  kind?: DataRequestKind | null;

  @Field(() => DataRequestState, { nullable: true, description: "That are this far today." })
  state?: DataRequestState | null;

  @Field(() => LocalDate, { nullable: true, description: "That were late on this day: a term was over, and the request not acknowledged, or not done, before it." })
  overdueOn?: string | null;
}

@Resolver(() => DataRequest)
export class DataRequestResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => DataRequestState, { description: "How far it is today." })
  state(@Root() request: DataRequest) {
    return stateOf(request);
  }

  @FieldResolver(() => Boolean, { description: "Whether a term was over on a day, and what it is for not done before it." })
  isOverdue(@Root() request: DataRequest, @Arg("on", () => LocalDate, { nullable: true, description: "The day; today when not given." }) on?: string | null) {
    return isOverdue(request, on ?? today());
  }

  @FieldResolver(() => Union, { description: "The union in whose register it is." })
  union(@Root() { unionId }: DataRequest) {
    return this.scope.get(Unions).byId.load(unionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: "Who asks; null once the person was erased." })
  person(@Root() { personId }: DataRequest) {
    return this.scope.get(People).byId.load(personId);
  }

  @Needs<undefined, DataRequestArgs>("officer", (_, { union }) => union)
  @Query(() => DataRequestPage, { nullable: true, description: "Requests of people about their data, what is due first; of the unions whose officer you are." })
  dataRequests(@Args(() => DataRequestArgs) { first, after, ...filter }: DataRequestArgs) {
    return this.scope.get(DataRequests).page(filter, { first, after });
  }

  @Needs("viewer")
  @Query(() => [DataRequestTerm], { nullable: true, description: "Within how many days each kind of request has to be answered." })
  dataRequestTerms() {
    return this.scope.get(DataRequests).terms();
  }

  @ForOfficers()
  @Mutation(() => DataRequestPayload, { nullable: true, description: "Enters a request in the register of a union, with the days by which it is to be answered. For officers of the union." })
  async createDataRequest(@Arg("input", () => CreateDataRequestInput, { description: "The request." }) input: CreateDataRequestInput) {
    return { changed: await this.scope.get(DataRequests).create(input) };
  }

  @ForOfficers()
  @Mutation(() => DataRequestPayload, { nullable: true, description: "Says that the person was told that the request came in. For officers of the union." })
  async acknowledgeDataRequest(@Arg("input", () => AcknowledgeDataRequestInput, { description: "When." }) input: AcknowledgeDataRequestInput) {
    return { changed: await this.scope.get(DataRequests).acknowledge(input) };
  }

  @ForOfficers()
  @Mutation(() => DataRequestPayload, { nullable: true, description: "Says that what was asked for is done; of an erasure only once the person is erased here. For officers of the union." })
  async completeDataRequest(@Arg("input", () => CompleteDataRequestInput, { description: "When." }) input: CompleteDataRequestInput) {
    return { changed: await this.scope.get(DataRequests).complete(input) };
  }

  @ForOfficers()
  @Mutation(() => DataRequestPayload, { nullable: true, description: "Says that a request was refused, and why. For officers of the union." })
  async refuseDataRequest(@Arg("input", () => RefuseDataRequestInput, { description: "When and why." }) input: RefuseDataRequestInput) {
    return { changed: await this.scope.get(DataRequests).refuse(input) };
  }

  @ForOfficers()
  @Mutation(() => DataRequestTermPayload, { nullable: true, description: "Sets other terms for a kind of request, whose name is the id; they hold for every union. For officers of every union and administrators." })
  async correctDataRequestTerm(@Arg("input", () => CorrectDataRequestTermInput, { description: "The terms." }) input: CorrectDataRequestTermInput) {
    return { changed: await this.scope.get(DataRequests).correctTerm(input) };
  }
}
