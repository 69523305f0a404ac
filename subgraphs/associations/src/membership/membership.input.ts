import { ChangeInput, CorrectionInput, EndInput, PartialDate, VersionedInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";
import { NewPersonInput } from "../person";
import { FirstPositionInput } from "../position";
import { LeavingReason, MembershipStatus } from "./membership";

@InputType({ description: "The membership with which a person becomes known." })
export class FirstMembershipInput {
  @Field(() => ID, { description: "The association, by whose union the person is reached." })
  association!: string;

  @Field(() => ID, { nullable: true, description: "The branch of the association." })
  branch?: string | null;

  @Field(() => PartialDate, { description: "When the membership began." })
  since!: string;

  @Field(() => MembershipStatus, { nullable: true, description: "What kind of member; an ordinary one when not given." })
  status?: MembershipStatus | null;
}

@InputType({ description: "A person to write down, with the first membership, the first position or both: without one, nobody of a union would find the person again." })
export class CreatePersonInput extends NewPersonInput {
  @Field(() => FirstMembershipInput, { nullable: true, description: "The first membership." })
  membership?: FirstMembershipInput | null;

  @Field(() => FirstPositionInput, { nullable: true, description: "The first position, such as that of somebody of the union's staff who is no member." })
  position?: FirstPositionInput | null;
}

@InputType({ description: "A membership to write down, of a person or an organisation that is known already." })
export class CreateMembershipInput extends ChangeInput {
  @Field(() => ID, { description: "The association." })
  association!: string;

  @Field(() => ID, { nullable: true, description: "The person, one whom your roles reach; this or `organisation`." })
  person?: string | null;

  @Field(() => ID, { nullable: true, description: "The organisation, one that you may see; this or `person`." })
  organisation?: string | null;

  @Field(() => ID, { nullable: true, description: "The branch of the association." })
  branch?: string | null;

  @Field(() => PartialDate, { description: "When it began." })
  since!: string;

  @Field(() => MembershipStatus, { nullable: true, description: "What kind of member; an ordinary one when not given." })
  status?: MembershipStatus | null;
}

@InputType({ description: "In which branch a member was before, and as what." })
export class EarlierStayInput {
  @Field(() => PartialDate, { description: "Until when it was so." })
  until!: string;

  @Field(() => ID, { nullable: true, description: "The branch of the association; left out where it was none, or nobody says." })
  branch?: string | null;

  @Field(() => MembershipStatus, { description: "What kind of member." })
  status!: MembershipStatus;
}

@InputType({ description: "What changes of a membership; what is not given stays." })
export class ChangeMembershipInput extends VersionedInput {
  @Field(() => ID, { nullable: true, description: "The branch of the association to which the member goes; null when it is none." })
  branch?: string | null;

  @Field(() => MembershipStatus, { nullable: true, description: "What kind of member it becomes." })
  status?: MembershipStatus | null;

  @Field(() => PartialDate, {
    nullable: true,
    description: "From when it is so; today when not given. A time that is over, not before the membership began or after it ended, nor before its last change; what was before stays among its stays.",
  })
  changedOn?: string | null;
}

@InputType({ description: "The end of a membership: when, and why." })
export class EndMembershipInput extends EndInput {
  @Field(() => LeavingReason, { nullable: true, description: "Which kind of reason it was; left out when nobody says." })
  leavingReason?: LeavingReason | null;

  @Field(() => String, { nullable: true, description: "What else is to be known of it, for officers; at most 500 characters." })
  leavingNote?: string | null;
}

@InputType({ description: "What was written down wrongly of a membership; what is not given stays. Whose it is and in which association, makes it another one." })
export class CorrectMembershipInput extends CorrectionInput {
  @Field(() => ID, { nullable: true, description: "The branch of the association; null when it is in none." })
  branch?: string | null;

  @Field(() => MembershipStatus, { nullable: true, description: "What kind of member." })
  status?: MembershipStatus | null;

  @Field(() => PartialDate, { nullable: true, description: "When it began." })
  since?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it ended; null when it lasts, which takes the reason away too." })
  until?: string | null;

  @Field(() => LeavingReason, { nullable: true, description: "Which kind of reason it ended for; null when nobody says." })
  leavingReason?: LeavingReason | null;

  @Field(() => String, { nullable: true, description: "What else is to be known of its end; null for nothing." })
  leavingNote?: string | null;

  @Field(() => [EarlierStayInput], { nullable: true, description: "All the branches where it was before, and as what, at most 20; `branch` and `status` are about the last one." })
  earlierStays?: EarlierStayInput[] | null;
}
