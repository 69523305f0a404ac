import { ChangeInput, CorrectionInput, PartialDate, VersionedInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType, Int } from "type-graphql";

@InputType({ description: "A congress to write down." })
export class CreateCongressInput extends ChangeInput {
  @Field(() => ID, { description: "The association that holds it." })
  association!: string;

  @Field(() => Int, { description: "The 1st, 2nd, ... of its association." })
  ordinal!: number;

  @Field(() => PartialDate, { nullable: true, description: "When it is or was held; left out when nobody says." })
  heldOn?: string | null;

  @Field(() => Int, { description: "The first year of the tenure, from 1900 to 2999." })
  tenureFrom!: number;

  @Field(() => Int, { description: "The last year of the tenure, from 1900 to 2999." })
  tenureTo!: number;
}

@InputType({ description: "What changes of a congress, which is put off or whose tenure is made longer; what is not given stays." })
export class ChangeCongressInput extends VersionedInput {
  @Field(() => PartialDate, { nullable: true, description: "When it is held; null when that is open again." })
  heldOn?: string | null;

  @Field(() => Int, { nullable: true, description: "The first year of the tenure." })
  tenureFrom?: number | null;

  @Field(() => Int, { nullable: true, description: "The last year of the tenure." })
  tenureTo?: number | null;
}

@InputType({ description: "What was written down wrongly of a congress; what is not given stays." })
export class CorrectCongressInput extends CorrectionInput {
  @Field(() => Int, { nullable: true, description: "The 1st, 2nd, ... of its association." })
  ordinal?: number | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was held; null when nobody says." })
  heldOn?: string | null;

  @Field(() => Int, { nullable: true, description: "The first year of the tenure." })
  tenureFrom?: number | null;

  @Field(() => Int, { nullable: true, description: "The last year of the tenure." })
  tenureTo?: number | null;
}
