import { holding } from "@huu-nghi/subgraph-kit";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const memberRoles = ["HEAD", "MEMBER"] as const;

/** Who heads a delegation, or is in it, where that is recorded at all. Private: only what is held of a person tells of it. */
@Entity("delegation_member")
export class DelegationMember {
  @PrimaryColumn("text") delegationId!: string;
  @PrimaryColumn("int") place!: number;
  @Column("text") role!: (typeof memberRoles)[number];
  /** As the associations division knows the person. */
  @Column("text") personId!: string;
  /** As the delegation's papers have it, where they differ. */
  @Column("text", { nullable: true }) printedName!: string | null;
}

export const delegationMemberHolding = holding({
  section: "delegations",
  table: DelegationMember,
  person: "personId",
  erased: { printedName: null },
  keeps: ["role"],
  unions: "array(select distinct union_id from delegation_host where delegation_id = held.delegation_id)",
});
