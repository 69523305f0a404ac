import { Part, PartialDate, sql, type EarlierStates } from "@huu-nghi/subgraph-kit";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { BranchHostKind } from "./branch";

/** Where a branch had its home before. */
@Entity("branch_home")
@Part("earlierHomes")
export class EarlierHome {
  @PrimaryColumn("text") branchId!: string;
  @PrimaryColumn("text") until!: string;
  @Column("text") hostKind!: BranchHostKind;
  @Column("text", { nullable: true }) hostOrganisation!: string | null;
  @Column("text", { nullable: true }) locality!: string | null;
}

export const earlierHomes: EarlierStates = { table: "branch_home", key: "branch_id", columns: ["host_kind", "host_organisation", "locality"] };
export const homesNow = sql`select id, host_kind, host_organisation, locality from branch`;

@ObjectType({ description: "Where a branch had its home, and when." })
export class BranchHome {
  @Field(() => BranchHostKind, { description: "In which kind of place." })
  hostKind!: BranchHostKind;

  @Field(() => String, { nullable: true, description: "The school, business or other organisation; null when nobody says, and for one of a locality." })
  hostOrganisation!: string | null;

  @Field(() => String, { nullable: true, description: "The commune, ward, district or town; null when nobody says." })
  locality!: string | null;

  @Field(() => PartialDate, { description: "From when: the first one since the branch stands." })
  since!: string;

  @Field(() => PartialDate, { nullable: true, description: "Until when; null for the home that it has." })
  until!: string | null;
}
