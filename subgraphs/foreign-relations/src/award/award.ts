import { LocalizedText } from "@huu-nghi/subgraph-kit";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const awardDirections = ["GIVEN", "RECEIVED"] as const;

/** An award that a union, or one of its units, gave or received. Private so far: figures count it. */
@Entity("award")
export class Award {
  @PrimaryColumn("text") id!: string;
  @Column("text") unionId!: string;
  @Column("text") direction!: (typeof awardDirections)[number];
  @Column(() => LocalizedText) title!: LocalizedText;
  @Column("text") awardedOn!: string;
  @Column("text", { nullable: true }) sourceId!: string | null;
}
