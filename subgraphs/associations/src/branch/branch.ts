import { LocalizedText, PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum BranchHostKind {
  SCHOOL = "SCHOOL",
  BUSINESS = "BUSINESS",
  LOCALITY = "LOCALITY",
  OTHER = "OTHER",
}
registerEnumType(BranchHostKind, {
  name: "BranchHostKind",
  description: "Where a branch has its home.",
  valuesConfig: {
    SCHOOL: { description: "In a school, college or university." },
    BUSINESS: { description: "In a business." },
    LOCALITY: { description: "In a commune, ward, district or town." },
    OTHER: { description: "Elsewhere." },
  },
});

@Entity("branch")
@ObjectType({ description: "A branch of a friendship association." })
@Directive('@key(fields: "id")')
export class Branch extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => LocalizedText, { description: "Its name." })
  @Column(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => BranchHostKind, { description: "Where it has its home." })
  @Column("text")
  hostKind!: BranchHostKind;

  @Field(() => String, { nullable: true, description: "The school, business or other organisation that it has its home in; null when nobody says, and for one of a locality." })
  @Column("text", { nullable: true })
  hostOrganisation!: string | null;

  @Field(() => String, { nullable: true, description: "The commune, ward, district or town where it is, as its records name it; null when nobody says." })
  @Column("text", { nullable: true })
  locality!: string | null;

  /** Published as `association`. */
  @Column("text")
  associationId!: string;

  /** Published as `parent`; a branch of the same association. */
  @Column("text", { nullable: true })
  parentId!: string | null;

  @Field(() => PartialDate, { description: "Since when it stands." })
  @Column("text")
  since!: string;

  @Field(() => PartialDate, { nullable: true, description: "When it ended; null while it stands, at the longest until the association is dissolved." })
  @Column("text", { nullable: true })
  until!: string | null;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
