import { Part } from "@huu-nghi/subgraph-kit";
import { Entity, PrimaryColumn } from "typeorm";

/** The associations that gave a scholarship, or passed it on for its sponsor; most have one. */
@Entity("scholarship_association")
@Part("associations")
export class ScholarshipAssociation {
  @PrimaryColumn("text") scholarshipId!: string;
  @PrimaryColumn("text") associationId!: string;
}

/** Those of its recipients who are known by name. */
@Entity("scholarship_recipient")
@Part("recipients")
export class ScholarshipRecipient {
  @PrimaryColumn("text") scholarshipId!: string;
  @PrimaryColumn("text") personId!: string;
}
