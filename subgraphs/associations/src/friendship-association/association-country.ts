import { Part } from "@huu-nghi/subgraph-kit";
import { Entity, PrimaryColumn } from "typeorm";

/** The countries of an association; most have one. */
@Entity("association_country")
@Part("countries")
export class AssociationCountry {
  @PrimaryColumn("text") associationId!: string;
  @PrimaryColumn("text") countryCode!: string;
}
