import { ChangeInput, CorrectionInput, PartialDate, VersionedInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType, Int } from "type-graphql";
import { CongressLevel } from "./congress";
import { CongressBodyKind } from "./congress-body";

@InputType({ description: "A body that a congress elected." })
export class CongressBodyInput {
  @Field(() => CongressBodyKind, { description: "What it is; all but OTHER stand once at most." })
  kind!: CongressBodyKind;

  @Field(() => String, { nullable: true, description: "What it is called, at most 200 characters; needed for OTHER." })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: "How many members were elected, from 1." })
  members?: number | null;
}

@InputType({ description: "A congress to write down." })
export class CreateCongressInput extends ChangeInput {
  @Field(() => ID, { description: "The association that holds it." })
  association!: string;

  @Field(() => Int, { description: "The 1st, 2nd, ... of its association, 1 to 99, in the order of their tenures." })
  ordinal!: number;

  @Field(() => PartialDate, { nullable: true, description: "When it was held, not yet to come: at the soonest in the year before its tenure, and not before the congress before it; left out while it is planned, and when nobody says." })
  heldOn?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it is planned to be held, if only the year is known, and not after the association was dissolved; with it and without heldOn it is PLANNED." })
  plannedOn?: string | null;

  @Field(() => CongressLevel, { nullable: true, description: "The level at which it is held." })
  level?: CongressLevel | null;

  @Field(() => Int, { nullable: true, description: "How many delegates take part, from 1." })
  delegates?: number | null;

  @Field(() => [CongressBodyInput], { nullable: true, description: "The bodies that it elected, at most 20; once it was held." })
  bodies?: CongressBodyInput[] | null;

  @Field(() => Int, { description: "The first year of the tenure, from 1900 to 2999." })
  tenureFrom!: number;

  @Field(() => Int, { description: "The last year of the tenure, from 1900 to 2999." })
  tenureTo!: number;
}

@InputType({ description: "What changes of a congress, which is held or put off, or whose tenure is made longer; what is not given stays." })
export class ChangeCongressInput extends VersionedInput {
  @Field(() => PartialDate, { nullable: true, description: "When it was held, not yet to come; null when it was not held after all." })
  heldOn?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it is planned to be held now; null when it is not planned any more." })
  plannedOn?: string | null;

  @Field(() => CongressLevel, { nullable: true, description: "The level at which it is held." })
  level?: CongressLevel | null;

  @Field(() => Int, { nullable: true, description: "How many delegates take part; null when nobody says." })
  delegates?: number | null;

  @Field(() => [CongressBodyInput], { nullable: true, description: "The bodies that it elected, all of them; in place of those that it has." })
  bodies?: CongressBodyInput[] | null;

  @Field(() => Int, { nullable: true, description: "The first year of the tenure." })
  tenureFrom?: number | null;

  @Field(() => Int, { nullable: true, description: "The last year of the tenure." })
  tenureTo?: number | null;
}

@InputType({ description: "What was written down wrongly of a congress; what is not given stays." })
export class CorrectCongressInput extends CorrectionInput {
  @Field(() => Int, { nullable: true, description: "The 1st, 2nd, ... of its association, 1 to 99, in the order of their tenures." })
  ordinal?: number | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was held; null when nobody says." })
  heldOn?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it is planned to be held; null when nobody says." })
  plannedOn?: string | null;

  @Field(() => CongressLevel, { nullable: true, description: "The level at which it is held; null when nobody says." })
  level?: CongressLevel | null;

  @Field(() => Int, { nullable: true, description: "How many delegates took part; null when nobody says." })
  delegates?: number | null;

  @Field(() => [CongressBodyInput], { nullable: true, description: "The bodies that it elected, all of them; in place of those that it has." })
  bodies?: CongressBodyInput[] | null;

  @Field(() => Int, { nullable: true, description: "The first year of the tenure." })
  tenureFrom?: number | null;

  @Field(() => Int, { nullable: true, description: "The last year of the tenure." })
  tenureTo?: number | null;
}
