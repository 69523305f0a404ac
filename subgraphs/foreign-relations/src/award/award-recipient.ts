import { holding } from "@huu-nghi/subgraph-kit";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** Which persons an award went to. Private: only what is held of a person tells of it. */
@Entity("award_recipient")
export class AwardRecipient {
  @PrimaryColumn("text") awardId!: string;
  @PrimaryColumn("int") place!: number;
  /** As the associations division knows the person. */
  @Column("text") personId!: string;
  /** As the award's papers have it, where they differ. */
  @Column("text", { nullable: true }) printedName!: string | null;
}

export const awardRecipientHolding = holding({
  section: "awards",
  table: AwardRecipient,
  person: "personId",
  erased: { printedName: null },
  unions: "array(select union_id from award where id = held.award_id)",
});
