import { Column, Entity, PrimaryColumn } from "typeorm";

/** Which entries of the data files were loaded once, so that what somebody removed since is not brought back. */
@Entity("loaded_record")
export class LoadedRecord {
  @PrimaryColumn("text") kind!: string;
  @PrimaryColumn("text") id!: string;
  @Column("text") file!: string;
  /** Of the rows that the entry was then, to see when the file says something else by now. */
  @Column("text") digest!: string;
  @Column("timestamptz", { default: () => "now()" }) loadedAt!: Date;
}
