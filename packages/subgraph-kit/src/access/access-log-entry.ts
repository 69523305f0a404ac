import { DateTime } from "@huu-nghi/service-kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** One opening of personal data. Only ever added; the division's own roles cannot change or remove it. */
@Entity("access_log")
@ObjectType({ description: "An opening of personal data: who saw which fields of which record, when and what for." })
@Directive("@shareable")
export class AccessLogEntry {
  @Field(() => ID, { description: "Its number in the division's log; grows with time." })
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Field(() => DateTime, { description: "When it was opened." })
  @Column("timestamptz", { default: () => "now()" })
  openedAt!: Date;

  @Field(() => String, { description: "Who opened it: the subject of the token." })
  @Column("text")
  viewer!: string;

  @Field(() => [String], { description: "The roles that the token gave in this division." })
  @Column("text", { array: true })
  roles!: string[];

  @Field(() => String, { description: "What for, in the viewer's words." })
  @Column("text")
  purpose!: string;

  @Field(() => String, { description: "The request in which it was opened, as the logs know it." })
  @Column("text")
  requestId!: string;

  @Field(() => String, { description: "The type of the record, such as Person." })
  @Column("text")
  recordType!: string;

  @Field(() => ID, { description: "The record's id." })
  @Column("text")
  recordId!: string;

  @Field(() => [String], { description: "The fields that were opened." })
  @Column("text", { array: true })
  fields!: string[];

  /** Private: those whose administrators may read it. */
  @Column("text", { array: true })
  unionIds!: string[];
}
