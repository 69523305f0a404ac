import { DateTime } from "@huu-nghi/service-kit";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum RowOperation {
  INSERT = "INSERT",
  UPDATE = "UPDATE",
  DELETE = "DELETE",
  ERASE = "ERASE",
}
registerEnumType(RowOperation, {
  name: "RowOperation",
  description: "What was done to a row of a record.",
  valuesConfig: {
    INSERT: { description: "It was added." },
    UPDATE: { description: "It was changed." },
    DELETE: { description: "It was removed." },
    ERASE: { description: "What was written down of it until then was erased, as personal data has to be when somebody asks for it." },
  },
});

@ObjectType({ description: "One value that a change touched." })
@Directive("@shareable")
export class ChangedValue {
  @Field(() => String, { description: "The field; of a part of the record, such as an organiser of an event, with the part's name before it." })
  field!: string;

  @Field(() => String, { nullable: true, description: "The value before; null when there was none. Personal data is masked." })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "The value after; null when there is none. Personal data is masked." })
  after!: string | null;
}

/** One change of one row, written by the database. */
@Entity("history")
@ObjectType({ description: "One change of a record, as the database wrote it down: who, when, in which request, from what to what." })
@Directive("@shareable")
export class HistoryEntry {
  @Field(() => ID, { description: "Its number in the division's history; grows with time." })
  @PrimaryColumn("bigint")
  number!: string;

  @Field(() => DateTime, { description: "When it was changed." })
  @Column("timestamptz")
  recordedAt!: Date;

  @Column("text") recordType!: string;
  @Column("text") recordId!: string;
  @Column("text") rowType!: string;

  @Field(() => RowOperation, { description: "What was done." })
  @Column("text")
  operation!: RowOperation;

  @Field(() => String, { description: "The mutation, such as createEvent; load for data files, migrate for what was there before history was kept, SQL for a change past the application." })
  @Column("text")
  action!: string;

  @Field(() => String, { description: "Who: the subject of the token; past the application the database's login." })
  @Column("text")
  actor!: string;

  @Field(() => String, { nullable: true, description: "The request, as the logs know it; null past the application." })
  @Column("text", { nullable: true })
  requestId!: string | null;

  @Field(() => String, { nullable: true, description: "Why, where the change said so." })
  @Column("text", { nullable: true })
  reason!: string | null;

  @Column("jsonb", { nullable: true }) before!: Record<string, unknown> | null;
  @Column("jsonb", { nullable: true }) after!: Record<string, unknown> | null;
  @Column("bytea", { nullable: true }) salt!: Buffer | null;
  @Column("bytea") digest!: Buffer;
  @Column("bytea") previous!: Buffer;
  @Column("bytea") hash!: Buffer;
  @Column("boolean", { default: false }) erased!: boolean;
  /** The database's login through which it came, whoever it says to be; null for entries from before logins were kept. */
  @Column("text", { nullable: true }) login!: string | null;
}

/** The entry that the application saw last. */
@Entity("history_head")
export class HistoryHead {
  @PrimaryColumn("boolean", { default: true }) single!: boolean;
  @Column("bigint") number!: string;
  @Column("bytea") hash!: Buffer;
}

/** Keys of changes that were made, each with the answer that was given. */
@Entity("idempotency_key")
export class IdempotencyKey {
  @PrimaryColumn("text") actor!: string;
  @PrimaryColumn("text") key!: string;
  @Column("text") action!: string;
  @Column("bytea") payload!: Buffer;
  @Column("jsonb", { nullable: true }) result!: unknown;
  @Column("timestamptz", { default: () => "now()" }) usedAt!: Date;
}
