import { ForOfficers, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Mutation, Resolver } from "type-graphql";
import { AidProject } from "./aid-project";
import { AidProjectChanges } from "./aid-project-changes";
import { ChangeAidProjectInput, CorrectAidProjectInput, CreateAidProjectInput, EndAidProjectInput } from "./aid-project.input";

const AidProjectPayload = payloadOf(AidProject, "AidProject");

@Resolver()
export class AidProjectChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => AidProjectPayload, { nullable: true, description: "Writes an aid project down. For officers of its union." })
  async createAidProject(@Arg("input", () => CreateAidProjectInput, { description: "The project." }) input: CreateAidProjectInput) {
    return { changed: await this.scope.get(AidProjectChanges).create(input) };
  }

  @ForOfficers()
  @Mutation(() => AidProjectPayload, { nullable: true, description: "Says what became otherwise of an aid project. For officers of its union." })
  async changeAidProject(@Arg("input", () => ChangeAidProjectInput, { description: "What changes." }) input: ChangeAidProjectInput) {
    return { changed: await this.scope.get(AidProjectChanges).change(input) };
  }

  @ForOfficers()
  @Mutation(() => AidProjectPayload, { nullable: true, description: "Ends an aid project. For officers of its union." })
  async endAidProject(@Arg("input", () => EndAidProjectInput, { description: "When and how it ended, and why." }) input: EndAidProjectInput) {
    return { changed: await this.scope.get(AidProjectChanges).end(input) };
  }

  @ForOfficers()
  @Mutation(() => AidProjectPayload, { nullable: true, description: "Puts right what was written down wrongly of an aid project. For officers of its union." })
  async correctAidProject(@Arg("input", () => CorrectAidProjectInput, { description: "What is right." }) input: CorrectAidProjectInput) {
    return { changed: await this.scope.get(AidProjectChanges).correct(input) };
  }
}
