import { PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("congress")
@ObjectType({ description: "A congress of a friendship association, which elects its bodies for a tenure." })
@Directive('@key(fields: "id")')
export class Congress extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => Int, { description: "The 1st, 2nd, ... of its association." })
  @Column("int")
  ordinal!: number;

  @Field(() => PartialDate, { nullable: true, description: "When it was held; null when nobody says." })
  @Column("text", { nullable: true })
  heldOn!: string | null;

  @Field(() => Int, { description: "The first year of the tenure." })
  @Column("int")
  tenureFrom!: number;

  @Field(() => Int, { description: "The last year of the tenure." })
  @Column("int")
  tenureTo!: number;

  /** Private: the association that held it. */
  @Column("text")
  associationId!: string;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
