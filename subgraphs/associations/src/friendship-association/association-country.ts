import { Entity, PrimaryColumn } from "typeorm";

/** The countries of an association; most have one. */
@Entity("association_country")
export class AssociationCountry {
  @PrimaryColumn("text") associationId!: string;
  @PrimaryColumn("text") countryCode!: string;
}
