import { LocalDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum CommitmentKind {
  ORIGINAL = "ORIGINAL",
  REVISION = "REVISION",
}
registerEnumType(CommitmentKind, {
  name: "CommitmentKind",
  description: "What an entry of promised money is.",
  valuesConfig: {
    ORIGINAL: { description: "What was promised at first." },
    REVISION: { description: "What was added later; negative when it was cut." },
  },
});

@Entity("commitment")
@ObjectType({ description: "Money promised to a project, or a change of it: an entry that counts on its own date and is never overwritten. A promise, not a payment." })
@Directive('@key(fields: "id")')
export class Commitment extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => CommitmentKind, { description: "The first promise, or a change of it." })
  @Column("text")
  kind!: CommitmentKind;

  /** Published as `amount`, together with its currency. */
  @Column("numeric")
  amount!: string;

  @Column("text")
  currency!: string;

  @Field(() => LocalDate, { description: "Its value date: the day on which it counts, and at whose exchange rate it is converted." })
  @Column("date")
  signedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: "When the promise was withdrawn with all changes of it: on this day they count once more, against themselves. Null while it stands, and for changes." })
  @Column("date", { nullable: true })
  withdrawnOn!: string | null;

  /** Published as `revises`. */
  @Column("text", { nullable: true })
  revisesId!: string | null;

  /** Published as `project`. */
  @Column("text")
  projectId!: string;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
