import { ForOfficers, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Mutation, Resolver } from "type-graphql";
import { Disbursement } from "./disbursement";
import { DisbursementChanges } from "./disbursement-changes";
import { CorrectDisbursementInput, CreateDisbursementInput } from "./disbursement.input";

const DisbursementPayload = payloadOf(Disbursement, "Disbursement");

@Resolver()
export class DisbursementChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => DisbursementPayload, { nullable: true, description: "Writes down what was paid to a project. For officers of the project's union." })
  async createDisbursement(@Arg("input", () => CreateDisbursementInput, { description: "The payment." }) input: CreateDisbursementInput) {
    return { changed: await this.scope.get(DisbursementChanges).create(input) };
  }

  @ForOfficers()
  @Mutation(() => DisbursementPayload, { nullable: true, description: "Puts right what was written down wrongly of a payment. For officers of the project's union." })
  async correctDisbursement(@Arg("input", () => CorrectDisbursementInput, { description: "What is right." }) input: CorrectDisbursementInput) {
    return { changed: await this.scope.get(DisbursementChanges).correct(input) };
  }
}
