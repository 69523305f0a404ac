import { Part } from "@huu-nghi/subgraph-kit";
import { Entity, PrimaryColumn } from "typeorm";

/** The groups of countries that an association is for, such as ASEAN; most have none. */
@Entity("association_group")
@Part("groups")
export class AssociationGroup {
  @PrimaryColumn("text") associationId!: string;
  @PrimaryColumn("text") groupId!: string;
}
