import { ChangeInput, CorrectionInput, EndInput, LocalizedTextInput, PartialDate, VersionedInput, type InputClass } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";
import { MemberOrganisationKind } from "./member-organisation";

/** What is said of an organisation to create, change or correct it. */
const WithPlace = <Base extends InputClass>(base: Base) => {
  @InputType()
  abstract class Placed extends base {
    @Field(() => String, { nullable: true, description: "The commune, ward, district or province where it is; at most 200 characters." })
    locality?: string | null;

    @Field(() => String, { nullable: true, description: "Its address; at most 500 characters." })
    address?: string | null;

    @Field(() => String, { nullable: true, description: "Whom to turn to there; for officers only. At most 500 characters." })
    contact?: string | null;

    @Field(() => Boolean, { nullable: true, description: "Whether its name was published, so that everybody may see it." })
    published?: boolean | null;
  }
  return Placed;
};

@InputType({ description: "An organisation to write down, so that it can become a member." })
export class CreateMemberOrganisationInput extends WithPlace(ChangeInput) {
  @Field(() => ID, { description: "The union whose officers keep its record." })
  union!: string;

  @Field(() => LocalizedTextInput, { description: "Its name." })
  name!: LocalizedTextInput;

  @Field(() => MemberOrganisationKind, { description: "What it is." })
  kind!: MemberOrganisationKind;
}

@InputType({ description: "What changes of an organisation; what is not given stays, null takes away." })
export class ChangeMemberOrganisationInput extends WithPlace(VersionedInput) {
  @Field(() => LocalizedTextInput, { nullable: true, description: "Its new name." })
  name?: LocalizedTextInput | null;
}

@InputType({ description: "The end of an organisation: when it was closed, and why." })
export class EndMemberOrganisationInput extends EndInput {}

@InputType({ description: "What was written down wrongly of an organisation; what is not given stays, null takes away." })
export class CorrectMemberOrganisationInput extends WithPlace(CorrectionInput) {
  @Field(() => LocalizedTextInput, { nullable: true, description: "Its name." })
  name?: LocalizedTextInput | null;

  @Field(() => MemberOrganisationKind, { nullable: true, description: "What it is." })
  kind?: MemberOrganisationKind | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was closed; null while it stands." })
  endedOn?: string | null;
}
