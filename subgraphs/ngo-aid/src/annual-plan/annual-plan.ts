import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("annual_plan")
@ObjectType({ description: "What a union is to reach in a year; the target of the figure with its code." })
export class AnnualPlan {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  unionId!: string;

  @Field(() => Int, { description: "The calendar year." })
  @Column("int")
  year!: number;

  @Field(() => String, { description: "The figure that it is a plan of, such as ngoAid.committed." })
  @Column("text")
  code!: string;

  /** Published as `amount`, together with its currency. */
  @Column("numeric")
  amount!: string;

  @Column("text")
  currency!: string;

  @Field(() => String, { nullable: true, description: "Who approved it; null when nobody says." })
  @Column("text", { nullable: true })
  approvedBy!: string | null;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
