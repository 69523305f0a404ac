import { Decimal, LocalizedText, Part } from "@huu-nghi/subgraph-kit";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

const shared = "How much of the project's money, in percent. Null when nobody says: those without one share what is left equally.";

@Entity("locality")
@ObjectType({ description: "A commune, ward, district or province where a project works, as its source writes it." })
export class Locality {
  @Field(() => ID, { description: "Stable; also what aidProjects(locality:) takes and the key of a row of aidSummary(groupBy: LOCALITY)." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => LocalizedText, { description: "Its name." })
  @Column(() => LocalizedText)
  name!: LocalizedText;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}

@Entity("aid_project_sector")
@Part("sectors")
@ObjectType({ description: "A sector that a project's money goes to." })
export class ProjectSector {
  @PrimaryColumn("text")
  projectId!: string;

  @PrimaryColumn("text")
  sectorCode!: string;

  @Field(() => Decimal, { description: "How much of the project's money, in percent. All of a project's sectors together may be less than 100: the rest is not allocated." })
  @Column("numeric")
  percentage!: string;
}

@Entity("aid_project_ngo")
@Part("ngos")
@ObjectType({ description: "An NGO that pays for a project." })
export class ProjectNgo {
  @PrimaryColumn("text")
  projectId!: string;

  @PrimaryColumn("text")
  ngoId!: string;

  @Field(() => Decimal, { nullable: true, description: shared })
  @Column("numeric", { nullable: true })
  percentage!: string | null;
}

@Entity("aid_project_locality")
@Part("localities")
@ObjectType({ description: "A place where a project works." })
export class ProjectLocality {
  @PrimaryColumn("text")
  projectId!: string;

  @PrimaryColumn("text")
  localityId!: string;

  @Field(() => Decimal, { nullable: true, description: shared })
  @Column("numeric", { nullable: true })
  percentage!: string | null;
}

/** A friendship association that helped to bring a project about. */
@Entity("aid_project_association")
@Part("associations")
export class ProjectAssociation {
  @PrimaryColumn("text") projectId!: string;
  @PrimaryColumn("text") associationId!: string;
}
