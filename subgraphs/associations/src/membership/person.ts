import { Column, Entity, PrimaryColumn } from "typeorm";

/** A person known to the division. Nothing of it is public: counts are, names are not. */
@Entity("person")
export class Person {
  @PrimaryColumn("text") id!: string;
  @Column("text") fullName!: string;
  @Column("text", { nullable: true }) sourceId!: string | null;
}
