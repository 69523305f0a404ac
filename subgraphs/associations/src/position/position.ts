import { LocalizedText, PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum PositionBodyKind {
  EXECUTIVE_COMMITTEE = "EXECUTIVE_COMMITTEE",
  STANDING_COMMITTEE = "STANDING_COMMITTEE",
  INSPECTION_COMMITTEE = "INSPECTION_COMMITTEE",
  SECRETARIAT = "SECRETARIAT",
  OFFICE = "OFFICE",
  OTHER = "OTHER",
}
registerEnumType(PositionBodyKind, {
  name: "PositionBodyKind",
  description: "The kind of the body in which a position is held.",
  valuesConfig: {
    EXECUTIVE_COMMITTEE: { description: "The executive committee, which a congress elects." },
    STANDING_COMMITTEE: { description: "The standing committee of the executive committee." },
    INSPECTION_COMMITTEE: { description: "The inspection committee." },
    SECRETARIAT: { description: "The secretariat." },
    OFFICE: { description: "The office, or a division, of the union's staff." },
    OTHER: { description: "Another body, or none that the source names." },
  },
});

export enum PositionRole {
  CHAIR = "CHAIR",
  VICE_CHAIR = "VICE_CHAIR",
  GENERAL_SECRETARY = "GENERAL_SECRETARY",
  MEMBER = "MEMBER",
  HEAD = "HEAD",
  DEPUTY_HEAD = "DEPUTY_HEAD",
  OTHER = "OTHER",
}
registerEnumType(PositionRole, {
  name: "PositionRole",
  description: "What a position is, whatever its title. One body has one chair, one general secretary and one head at a time, beside whom somebody may be acting.",
  valuesConfig: {
    CHAIR: { description: "The chair or president." },
    VICE_CHAIR: { description: "A vice chair or vice president." },
    GENERAL_SECRETARY: { description: "The general secretary." },
    MEMBER: { description: "A member of the body." },
    HEAD: { description: "The head of an office or division." },
    DEPUTY_HEAD: { description: "A deputy head of an office or division." },
    OTHER: { description: "Anything else, such as an officer of a division." },
  },
});

/** Who held what from when to when. */
@Entity("position_tenure")
@ObjectType({
  description: "A position in a body of a union or of a friendship association, as one person holds or held it. One that was published is public with its holder's name as printed; others are for officers of the union.",
})
@Directive('@key(fields: "id")')
export class Position extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => LocalizedText, { description: "The title as its source says it, such as Chairman of DUFO." })
  @Column(() => LocalizedText)
  title!: LocalizedText;

  @Field(() => PositionRole, { description: "What the position is, whatever its title." })
  @Column("text")
  role!: PositionRole;

  @Field(() => PositionBodyKind, { description: "The kind of its body." })
  @Column("text")
  bodyKind!: PositionBodyKind;

  /** Published as `bodyName`, null where no source names it. */
  @Column(() => LocalizedText)
  bodyName!: LocalizedText;

  /** Published as `acting`. */
  @Column("boolean", { default: false })
  acting!: boolean;

  @Field(() => String, { description: "Who holds or held it, as printed or as written down." })
  @Column("text")
  holderName!: string;

  @Field(() => Boolean, { description: "Whether it was published, so that everybody may see it." })
  @Column("boolean", { default: false })
  published!: boolean;

  @Field(() => PartialDate, { nullable: true, description: "When it began; null when nobody says." })
  @Column("text", { nullable: true })
  since!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "For what day the first source speaks that names the holder: from then on it counts while nobody says when it began." })
  @Column("text", { nullable: true })
  namedAsOf!: string | null;

  @Field(() => PartialDate, {
    nullable: true,
    description:
      "When it ended; null while it lasts, or when nobody says. A chair, general secretary or head of whom nobody says so counts until the next one of the same body of whom you may know. " +
      "Who is acting ends nobody's tenure: the holder counts beside them, and after them.",
  })
  @Column("text", { nullable: true })
  until!: string | null;

  /** Published as `union`; null for a position of an association. */
  @Column("text", { nullable: true })
  unionId!: string | null;

  /** Published as `association`; null for a position of a union. */
  @Column("text", { nullable: true })
  associationId!: string | null;

  /** Published as `person`, to officers; null where only the name is known. */
  @Column("text", { nullable: true })
  personId!: string | null;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
