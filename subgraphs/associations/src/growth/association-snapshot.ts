import { FigureQualifier, PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { GrowthMeasure } from "./growth-measure";

@Entity("association_snapshot")
@ObjectType({ description: "How many branches or members a source gives a friendship association; a series shows it beside the records." })
@Directive('@key(fields: "id")')
export class AssociationSnapshot extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  /** Published as `association`. */
  @Column("text")
  associationId!: string;

  @Field(() => GrowthMeasure, { description: "What was counted; never ASSOCIATIONS." })
  @Column("text")
  measure!: GrowthMeasure;

  @Field(() => PartialDate, { description: "The day for which the source speaks." })
  @Column("text")
  statedAsOf!: string;

  @Field(() => Int, { description: "The number." })
  @Column("int")
  value!: number;

  @Field(() => FigureQualifier, { description: "How exactly it is meant." })
  @Column("text")
  qualifier!: FigureQualifier;

  @Field(() => String, { description: "The source's own words." })
  @Column("text")
  asPrinted!: string;

  @Field(() => String, { nullable: true, description: "Where in the source." })
  @Column("text", { nullable: true })
  locator!: string | null;

  /** Published as `source`. */
  @Column("text")
  sourceId!: string;
}
