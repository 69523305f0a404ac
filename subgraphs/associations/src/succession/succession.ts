import { PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, PrimaryColumn } from "typeorm";

export enum SuccessionKind {
  MERGER = "MERGER",
  DIVISION = "DIVISION",
  SEPARATION = "SEPARATION",
  RENAMING = "RENAMING",
}
registerEnumType(SuccessionKind, {
  name: "SuccessionKind",
  description: "How one organisation takes the place of another.",
  valuesConfig: {
    MERGER: { description: "It goes into the successor, alone or with others." },
    DIVISION: { description: "It is divided among successors, and is no more." },
    SEPARATION: { description: "A part of it becomes the successor, and it goes on itself." },
    RENAMING: { description: "It goes on as the successor, under another name." },
  },
});

/** One organisation after another, by an act. What the two are, a class that extends this says. */
@ObjectType()
export abstract class Succession extends Versioned {
  @Field(() => ID, { description: "`<predecessor>:<successor>`, by their ids." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => SuccessionKind, { description: "How." })
  @Column("text")
  kind!: SuccessionKind;

  @Field(() => PartialDate, { description: "From when the successor is in its place." })
  @Column("text")
  effectiveOn!: string;

  @Field(() => String, { nullable: true, description: "The number of the decision; null when no source gives it." })
  @Column("text", { nullable: true })
  decisionNumber!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "The date of the decision; null when no source gives it." })
  @Column("text", { nullable: true })
  decidedOn!: string | null;

  @Field(() => String, { nullable: true, description: "Who issued the decision; null when no source says." })
  @Column("text", { nullable: true })
  decisionIssuer!: string | null;

  /** Published as `predecessor`. */
  @Column("text")
  predecessorId!: string;

  /** Published as `successor`. */
  @Column("text")
  successorId!: string;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}

/** One id serves both: which two it is of, it can be of once only. */
export const successionId = (predecessorId: string, successorId: string) => `${predecessorId}:${successorId}`;
