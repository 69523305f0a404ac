import { LocalizedText, PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum MemberOrganisationKind {
  BUSINESS = "BUSINESS",
  SCHOOL = "SCHOOL",
  AGENCY = "AGENCY",
  ASSOCIATION = "ASSOCIATION",
  OTHER = "OTHER",
}
registerEnumType(MemberOrganisationKind, {
  name: "MemberOrganisationKind",
  description: "What a member organisation is.",
  valuesConfig: {
    BUSINESS: { description: "A business." },
    SCHOOL: { description: "A school, college or university." },
    AGENCY: { description: "An agency or other public body." },
    ASSOCIATION: { description: "An association of its own." },
    OTHER: { description: "Anything else." },
  },
});

@Entity("member_organisation")
@ObjectType({ description: "An organisation that is or may become a member of friendship associations. One that was published is public; others are for officers of the union." })
@Directive('@key(fields: "id")')
export class MemberOrganisation extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => LocalizedText, { description: "Its name." })
  @Column(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => MemberOrganisationKind, { description: "What it is." })
  @Column("text")
  kind!: MemberOrganisationKind;

  @Field(() => String, { nullable: true, description: "The commune, ward, district or province where it is; null when nobody says." })
  @Column("text", { nullable: true })
  locality!: string | null;

  @Field(() => String, { nullable: true, description: "Its address; null when it is not known." })
  @Column("text", { nullable: true })
  address!: string | null;

  /** Published as `contact`, to officers: it may name somebody. */
  @Column("text", { nullable: true })
  contact!: string | null;

  @Field(() => Boolean, { description: "Whether its name was published, so that everybody may see it." })
  @Column("boolean", { default: false })
  published!: boolean;

  @Field(() => PartialDate, { nullable: true, description: "When it was closed; null while it stands." })
  @Column("text", { nullable: true })
  endedOn!: string | null;

  /** Published as `union`. */
  @Column("text")
  unionId!: string;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
