import { LocalizedText } from "@huu-nghi/subgraph-kit";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** Who issues documents. Private: documents say its name. */
@Entity("issuer")
export class Issuer {
  @PrimaryColumn("text") id!: string;
  @Column(() => LocalizedText) name!: LocalizedText;
  /** Other names in either language. */
  @Column("text", { array: true }) aliases!: string[];
  @Column("text", { nullable: true }) sourceId!: string | null;
}

export const issuerName = ({ name }: Issuer) => (name.en ?? name.vi)!;
