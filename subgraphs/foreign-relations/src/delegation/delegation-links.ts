import { Column, Entity, PrimaryColumn } from "typeorm";

export const hostRoles = ["HOST", "CO_ORGANISER", "SENDER", "MEMBER"] as const;

/** The union, or the association of a union, that receives or sends a delegation or has members in it. */
@Entity("delegation_host")
export class DelegationHost {
  @PrimaryColumn("text") delegationId!: string;
  @PrimaryColumn("int") place!: number;
  @Column("text") role!: (typeof hostRoles)[number];
  /** The union itself, or the one that the association belongs to. */
  @Column("text") unionId!: string;
  @Column("text", { nullable: true }) associationId!: string | null;
}

/** The countries that a delegation comes from or goes to. */
@Entity("delegation_country")
export class DelegationCountry {
  @PrimaryColumn("text") delegationId!: string;
  @PrimaryColumn("text") countryCode!: string;
}

/** The foreign NGOs that a delegation is of, or that took part in it. */
@Entity("delegation_ngo")
export class DelegationNgo {
  @PrimaryColumn("text") delegationId!: string;
  @PrimaryColumn("text") ngoId!: string;
}
