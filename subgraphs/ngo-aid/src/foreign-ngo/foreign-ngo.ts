import { LocalizedText } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum DonorKind {
  NGO = "NGO",
  FOUNDATION = "FOUNDATION",
  INSTITUTE = "INSTITUTE",
  FRIENDSHIP_ORGANISATION = "FRIENDSHIP_ORGANISATION",
  OTHER = "OTHER",
}
registerEnumType(DonorKind, {
  name: "DonorKind",
  description: "What a foreign donor is. All of these count as foreign NGOs here; enterprises with foreign capital and Vietnamese people abroad do not, and their gifts are in no sum.",
  valuesConfig: {
    NGO: { description: "A non-governmental organisation." },
    FOUNDATION: { description: "A foundation, trust or fund." },
    INSTITUTE: { description: "A university, institute or research centre." },
    FRIENDSHIP_ORGANISATION: { description: "A friendship organisation abroad." },
    OTHER: { description: "Another non-profit donor." },
  },
});

@Entity("foreign_ngo")
@ObjectType({ description: "A foreign non-governmental organisation, or another foreign donor that counts as one." })
@Directive('@key(fields: "id")')
export class ForeignNgo {
  @Field(() => ID, { description: "Stable; also the key of a row of aidSummary(groupBy: NGO)." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => LocalizedText, { description: "The name that it goes by." })
  @Column(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => DonorKind, { description: "What it is." })
  @Column("text")
  kind!: DonorKind;

  /** Published as `country`. */
  @Column("text", { nullable: true })
  countryCode!: string | null;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}

/** Another name under which sources write of an organisation. */
@Entity("foreign_ngo_alias")
export class ForeignNgoAlias {
  @PrimaryColumn("text") ngoId!: string;
  @PrimaryColumn("text") alias!: string;
  @Column("text", { nullable: true }) sourceId!: string | null;
}
