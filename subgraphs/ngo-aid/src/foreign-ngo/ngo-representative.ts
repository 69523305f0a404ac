import { holding } from "@huu-nghi/subgraph-kit";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** Who represents a foreign NGO in Viet Nam. Private: only what is held of a person tells of it. */
@Entity("ngo_representative")
export class NgoRepresentative {
  @PrimaryColumn("text") ngoId!: string;
  @PrimaryColumn("int") place!: number;
  /** As the associations division knows the person. */
  @Column("text") personId!: string;
  /** As the registration has it, where that differs. */
  @Column("text", { nullable: true }) printedName!: string | null;
  @Column("text", { nullable: true }) since!: string | null;
  @Column("text", { nullable: true }) until!: string | null;
}

export const ngoRepresentativeHolding = holding({
  section: "ngoRepresentatives",
  table: NgoRepresentative,
  person: "personId",
  erased: { printedName: null },
  keeps: ["since", "until"],
  unions: "array(select distinct area.union_id from registration join registration_area area on area.registration_id = registration.id where registration.ngo_id = held.ngo_id)",
});
