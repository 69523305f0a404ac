import { PartialDate } from "@huu-nghi/service-kit";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("source")
@ObjectType({ description: "Where a fact was read." })
@Directive("@shareable")
export class Source {
  /** Private: the name by which data files refer to it. */
  @PrimaryColumn("text")
  id!: string;

  @Field(() => String, { description: "The title as printed." })
  @Column("text")
  title!: string;

  @Field(() => String, { nullable: true, description: "Who published it; null where it does not say." })
  @Column("text", { nullable: true })
  publisher!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was published; null where it does not say." })
  @Column("text", { nullable: true })
  date!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "The time for which it speaks, which can lie before its publication." })
  @Column("text", { nullable: true })
  statedAsOf!: string | null;

  @Field(() => String, { nullable: true, description: "How to find the place: an address, a file, a page or a sentence." })
  @Column("text", { nullable: true })
  locator!: string | null;
}
