import { LocalizedText, PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum UnionLevel {
  NATIONAL = "NATIONAL",
  PROVINCIAL = "PROVINCIAL",
  CLUSTER = "CLUSTER",
  MEMBER_ORGANISATION = "MEMBER_ORGANISATION",
}
registerEnumType(UnionLevel, {
  name: "UnionLevel",
  description: "The level of a Union of Friendship Organizations.",
  valuesConfig: {
    NATIONAL: { description: "The Viet Nam Union of Friendship Organizations." },
    PROVINCIAL: { description: "The union of a province or city." },
    CLUSTER: { description: "A cluster (cụm) of provincial unions that work together." },
    MEMBER_ORGANISATION: { description: "An organisation that is a member of a union, such as a central one of the national union." },
  },
});

@Entity("friendship_union")
@ObjectType({ description: "A Union of Friendship Organizations: the national one, or that of a province or city. The clusters between them and the organisations that are members of a union stand in the same tree." })
@Directive('@key(fields: "id")')
export class Union extends Versioned {
  @Field(() => ID, { description: "Stable and readable, such as dong-nai." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => LocalizedText, { description: "Its full name." })
  @Column(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => UnionLevel, { description: "National, cluster, provincial or member organisation." })
  @Column("text")
  level!: UnionLevel;

  @Field(() => PartialDate, { nullable: true, description: "When it was founded; null when nobody says." })
  @Column("text", { nullable: true })
  foundedOn!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it ended, such as by a merger; null while it stands. Its id stays valid." })
  @Column("text", { nullable: true })
  endedOn!: string | null;

  @Field(() => Boolean, { description: "Made up, to try dashboards on; never part of a list unless that is asked for." })
  @Column("boolean", { default: false })
  demo!: boolean;

  /** Published as `parent`. */
  @Column("text", { nullable: true })
  parentId!: string | null;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
