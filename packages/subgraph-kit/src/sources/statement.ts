import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Source } from "./source";

/** Sources contradict each other: the record holds one value, and what other sources say stands beside it. */
@Entity("statement")
@ObjectType({ description: "What a source says about a record where sources differ; the record itself shows one of them." })
@Directive("@shareable")
export class Statement {
  @PrimaryColumn("text")
  subjectKind!: string;

  @PrimaryColumn("text")
  subjectId!: string;

  @Field(() => String, { description: "The field that it is about, such as issuedOn." })
  @PrimaryColumn("text")
  field!: string;

  @PrimaryColumn("text")
  sourceId!: string;

  @Field(() => String, { description: "The value that this source gives." })
  @Column("text")
  value!: string;

  @Field(() => String, { nullable: true, description: "The source's words, where they are at hand." })
  @Column("text", { nullable: true })
  asPrinted!: string | null;

  @Field(() => Source, { nullable: true, description: "Where it says so." })
  source?: Source;
}
