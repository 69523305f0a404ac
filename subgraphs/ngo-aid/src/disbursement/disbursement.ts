import { LocalDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("disbursement")
@ObjectType({ description: "Money paid to a project." })
@Directive('@key(fields: "id")')
export class Disbursement extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  /** Published as `amount`, together with its currency. */
  @Column("numeric")
  amount!: string;

  @Column("text")
  currency!: string;

  @Field(() => LocalDate, { description: "Its value date: the day on which it counts, and at whose exchange rate it is converted." })
  @Column("date")
  paidOn!: string;

  /** Published as `project`. */
  @Column("text")
  projectId!: string;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
