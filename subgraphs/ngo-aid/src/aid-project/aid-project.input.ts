import { ChangeInput, CorrectionInput, Decimal, EndInput, LocalizedTextInput, PartialDate, VersionedInput, type InputClass } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";
import { projectStatuses } from "./aid-project";

const share = "How much of the project's money, in percent; all together 100 at most. Null when nobody says: those without one share what is left equally.";

@InputType({ description: "An NGO that pays for a project." })
export class ProjectNgoInput {
  @Field(() => ID, { description: "The NGO." })
  ngo!: string;

  @Field(() => Decimal, { nullable: true, description: share })
  percentage?: string | null;
}

@InputType({ description: "A sector that a project's money goes to." })
export class ProjectSectorInput {
  @Field(() => String, { description: "Code of the sector." })
  sector!: string;

  @Field(() => Decimal, { description: "How much of the project's money, in percent. All together may be less than 100: the rest is not allocated." })
  percentage!: string;
}

@InputType({ description: "A place where a project works." })
export class ProjectLocalityInput {
  @Field(() => ID, { description: "The place." })
  locality!: string;

  @Field(() => Decimal, { nullable: true, description: share })
  percentage?: string | null;
}

const withDetails = <Base extends InputClass>(base: Base) => {
  @InputType()
  abstract class WithDetails extends base {
    @Field(() => PartialDate, { nullable: true, description: "When it began; null while it has not, or when nobody says." })
    startsOn?: string | null;

    @Field(() => PartialDate, { nullable: true, description: "When it is to end, or ended; null when no end is known." })
    endsOn?: string | null;

    @Field(() => [ProjectNgoInput], { nullable: true, description: "The NGOs that pay for it, all of them." })
    ngos?: ProjectNgoInput[] | null;

    @Field(() => [ProjectSectorInput], { nullable: true, description: "The sectors that its money goes to, all of them." })
    sectors?: ProjectSectorInput[] | null;

    @Field(() => [ProjectLocalityInput], { nullable: true, description: "Where it works, all places." })
    localities?: ProjectLocalityInput[] | null;

    @Field(() => [ID], { nullable: true, description: "The friendship associations that helped to bring it about, all of them." })
    associations?: string[] | null;
  }
  return WithDetails;
};

const withChanges = <Base extends InputClass>(base: Base) => {
  @InputType()
  abstract class WithChanges extends withDetails(base) {
    @Field(() => String, { nullable: true, description: "The union's own number for it." })
    code?: string | null;

    @Field(() => LocalizedTextInput, { nullable: true, description: "What it is called." })
    title?: LocalizedTextInput | null;
  }
  return WithChanges;
};

@InputType({ description: "An aid project to write down." })
export class CreateAidProjectInput extends withDetails(ChangeInput) {
  @Field(() => ID, { description: "The union in whose area it is, and in whose books its money stands." })
  union!: string;

  @Field(() => String, { description: "The union's own number for it; no other project of that union has it. At most 100 characters." })
  code!: string;

  @Field(() => LocalizedTextInput, { description: "What it is called." })
  title!: LocalizedTextInput;

  @Field(() => String, { nullable: true, description: `${projectStatuses.join(", ")}, as it is now; PROPOSED when not given.` })
  status?: string | null;
}

@InputType({ description: "What became otherwise of an aid project than it was, such as its begin; what is not given stays." })
export class ChangeAidProjectInput extends withChanges(VersionedInput) {
  @Field(() => String, { nullable: true, description: "PROPOSED or RUNNING. What ends is said by endAidProject." })
  status?: string | null;
}

@InputType({ description: "Ends an aid project: it was completed, or it was cancelled. Its money stays as it was promised and paid; endCommitment withdraws what was promised." })
export class EndAidProjectInput extends EndInput {
  @Field(() => String, { description: "COMPLETED or CANCELLED. One that is only proposed can but be cancelled." })
  status!: string;
}

@InputType({ description: "What was written down wrongly of an aid project; what is not given stays." })
export class CorrectAidProjectInput extends withChanges(CorrectionInput) {
  @Field(() => String, { nullable: true, description: `${projectStatuses.join(", ")}.` })
  status?: string | null;
}
