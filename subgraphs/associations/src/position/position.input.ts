import { ChangeInput, CorrectionInput, EndInput, LocalizedTextInput, PartialDate, VersionedInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";
import { PositionBodyKind, PositionRole } from "./position";

@InputType({ description: "A position with which a person becomes known, such as one of the union's staff." })
export class FirstPositionInput {
  @Field(() => ID, { nullable: true, description: "The union in which it is held; this or `association`." })
  union?: string | null;

  @Field(() => ID, { nullable: true, description: "The friendship association in which it is held; this or `union`." })
  association?: string | null;

  @Field(() => LocalizedTextInput, { description: "The title, such as Chairman of DUFO." })
  title!: LocalizedTextInput;

  @Field(() => PositionRole, { description: "What the position is, whatever its title." })
  role!: PositionRole;

  @Field(() => PositionBodyKind, { description: "The kind of its body." })
  bodyKind!: PositionBodyKind;

  @Field(() => LocalizedTextInput, { nullable: true, description: "The name of the body, such as Division of Foreign NGO Affairs." })
  bodyName?: LocalizedTextInput | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the holder only stands in for whoever holds it, or until somebody does; false when not given." })
  acting?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it was published: then everybody may see it, with the holder's name; false when not given." })
  published?: boolean | null;

  @Field(() => PartialDate, { nullable: true, description: "When it began." })
  since?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "For what day the first source speaks that names the holder, where nobody says when it began: from then on it counts." })
  namedAsOf?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it ended; left out while it lasts." })
  until?: string | null;
}

@InputType({ description: "A position to write down, with who holds or held it." })
export class CreatePositionInput extends ChangeInput {
  @Field(() => FirstPositionInput, { description: "The position." })
  position!: FirstPositionInput;

  @Field(() => ID, { nullable: true, description: "Who holds it; one whom your roles reach. Left out where only a name is known." })
  person?: string | null;

  @Field(() => String, { nullable: true, description: "The holder's name as printed, at most 200 characters; the person's full name when not given." })
  holderName?: string | null;
}

@InputType({ description: "What changes of a position; what is not given stays." })
export class ChangePositionInput extends VersionedInput {
  @Field(() => LocalizedTextInput, { nullable: true, description: "The new title." })
  title?: LocalizedTextInput | null;

  @Field(() => LocalizedTextInput, { nullable: true, description: "The new name of the body; null when it has none any more." })
  bodyName?: LocalizedTextInput | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is published: then everybody may see it, with the holder's name." })
  published?: boolean | null;
}

@InputType({ description: "The end of a position: when the holder left it, and why." })
export class EndPositionInput extends EndInput {}

@InputType({ description: "What was written down wrongly of a position; what is not given stays. Where it is held makes it another one." })
export class CorrectPositionInput extends CorrectionInput {
  @Field(() => LocalizedTextInput, { nullable: true, description: "The title." })
  title?: LocalizedTextInput | null;

  @Field(() => PositionRole, { nullable: true, description: "What the position is, whatever its title." })
  role?: PositionRole | null;

  @Field(() => PositionBodyKind, { nullable: true, description: "The kind of its body." })
  bodyKind?: PositionBodyKind | null;

  @Field(() => LocalizedTextInput, { nullable: true, description: "The name of the body; null when it has none." })
  bodyName?: LocalizedTextInput | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the holder only stands in for whoever holds it, or until somebody does." })
  acting?: boolean | null;

  @Field(() => ID, { nullable: true, description: "Who holds it; one whom your roles reach. Null where only a name is known." })
  person?: string | null;

  @Field(() => String, { nullable: true, description: "The holder's name as printed." })
  holderName?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it began; null when nobody says." })
  since?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "For what day the first source speaks that names the holder." })
  namedAsOf?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it ended; null while it lasts." })
  until?: string | null;
}
