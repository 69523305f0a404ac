import { DateTime } from "@huu-nghi/service-kit";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** That a person was erased here: only the id, which says nothing of anybody, so that a backup can be made to forget too. */
@Entity("erased_person")
@ObjectType({ description: "That what a division held of a person was erased." })
@Directive("@shareable")
export class ErasedPerson {
  @Field(() => ID, { name: "id", description: "The id that the person had." })
  @PrimaryColumn("text")
  personId!: string;

  @Field(() => DateTime, { description: "When it was erased here first." })
  @Column("timestamptz", { default: () => "now()" })
  erasedAt!: Date;

  @Field(() => Int, { description: "How many rows of the division said something of the person, when it was erased last." })
  @Column("int", { name: "row_count" })
  rows!: number;

  @Field(() => Int, { description: "How many entries of the history were emptied then." })
  @Column("int")
  historyEntries!: number;
}
