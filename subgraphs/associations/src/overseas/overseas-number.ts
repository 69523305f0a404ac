import { FigureQualifier, PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum OverseasPeople {
  MEMBERS_ABROAD = "MEMBERS_ABROAD",
  PEOPLE_ABROAD = "PEOPLE_ABROAD",
  RETURNEES = "RETURNEES",
}
registerEnumType(OverseasPeople, {
  name: "OverseasPeople",
  description: "Whom a number of overseas Vietnamese counts.",
  valuesConfig: {
    MEMBERS_ABROAD: { description: "Members of friendship associations who live abroad." },
    PEOPLE_ABROAD: { description: "People of the union's area who live abroad, members or not." },
    RETURNEES: { description: "People who lived abroad and came back." },
  },
});

@Entity("overseas_number")
@ObjectType({ description: "How many overseas Vietnamese a source says that there are, where it gives a number only." })
@Directive('@key(fields: "id")')
export class OverseasNumber extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => OverseasPeople, { description: "Whom it counts." })
  @Column("text")
  people!: OverseasPeople;

  @Field(() => PartialDate, { description: "The day for which the source speaks." })
  @Column("text")
  statedAsOf!: string;

  @Field(() => Int, { description: "The number." })
  @Column("int")
  number!: number;

  @Field(() => FigureQualifier, { description: "How exactly it is meant." })
  @Column("text")
  qualifier!: `${FigureQualifier}`;

  @Field(() => String, { description: "The source's own words." })
  @Column("text")
  asPrinted!: string;

  /** Published as `country`. */
  @Column("text", { nullable: true })
  countryCode!: string | null;

  /** Published as `union`. */
  @Column("text")
  unionId!: string;

  /** Published as `source`. */
  @Column("text")
  sourceId!: string;
}
