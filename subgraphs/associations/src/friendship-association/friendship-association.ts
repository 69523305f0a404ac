import { LocalizedText, PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum AssociationLevel {
  NATIONAL = "NATIONAL",
  PROVINCIAL = "PROVINCIAL",
  DISTRICT = "DISTRICT",
}
registerEnumType(AssociationLevel, {
  name: "FriendshipAssociationLevel",
  description: "The level of a friendship association.",
  valuesConfig: {
    NATIONAL: { description: "Of the whole country." },
    PROVINCIAL: { description: "Of a province or city." },
    DISTRICT: { description: "Of a district; there were districts until 30 June 2025." },
  },
});

@Entity("friendship_association")
@ObjectType({ description: "A friendship association with one country, with several, or with a group of countries; it belongs to one union." })
@Directive('@key(fields: "id")')
export class FriendshipAssociation extends Versioned {
  @Field(() => ID, { description: "`<union>:<codes of countries and groups>`, such as vinh-phuc:cz-sk." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => LocalizedText, { description: "Its name." })
  @Column(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => PartialDate, { nullable: true, description: "When it was founded; null when nobody says." })
  @Column("text", { nullable: true })
  foundedOn!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was dissolved; null while it stands." })
  @Column("text", { nullable: true })
  dissolvedOn!: string | null;

  @Field(() => String, { nullable: true, description: "The number of the decision by which it was established; null when no source gives it." })
  @Column("text", { nullable: true })
  decisionNumber!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "The date of that decision; null when no source gives it." })
  @Column("text", { nullable: true })
  decidedOn!: string | null;

  @Field(() => String, { nullable: true, description: "Who issued that decision; null when no source says." })
  @Column("text", { nullable: true })
  decisionIssuer!: string | null;

  /** Where it is not that of its union. Published as `level`. */
  @Column("text", { name: "level", nullable: true })
  ownLevel!: AssociationLevel | null;

  /** Published as `parent`. */
  @Column("text", { nullable: true })
  parentId!: string | null;

  /** From when it counts while its founding date is not known: the day for which the first source that names it speaks. */
  @Column("text", { nullable: true })
  namedAsOf!: string | null;

  /** Published as `union`. */
  @Column("text")
  unionId!: string;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
