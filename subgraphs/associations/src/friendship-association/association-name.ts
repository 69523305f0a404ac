import { LocalizedText, Part } from "@huu-nghi/subgraph-kit";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A name that an association had before. */
@Entity("association_name")
@Part("earlierNames")
export class AssociationName {
  @PrimaryColumn("text") associationId!: string;
  @PrimaryColumn("text") until!: string;
  @Column(() => LocalizedText) name!: LocalizedText;
}
