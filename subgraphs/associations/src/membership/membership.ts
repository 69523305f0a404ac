import { Column, Entity, PrimaryColumn } from "typeorm";

/** A person's membership in one association, perhaps in one of its branches. Private: only counts are public. */
@Entity("membership")
export class Membership {
  @PrimaryColumn("text") id!: string;
  @Column("text") associationId!: string;
  @Column("text", { nullable: true }) branchId!: string | null;
  @Column("text") personId!: string;
  @Column("text") since!: string;
  @Column("text", { nullable: true }) until!: string | null;
  @Column("text", { nullable: true }) sourceId!: string | null;
}
