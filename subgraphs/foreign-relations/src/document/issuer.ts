import { foldText } from "@huu-nghi/reference";
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

/** "Vinh Phuc's Party Committee" and "Vinh Phuc Party Committee" name the same, whichever apostrophe is typed. */
export const withoutPossessive = (text: string) => text.replace(/['’‘ʼ]s(?![\p{L}\p{N}])/giu, "");

/** "The Secretariat" and "secretariat" name the same issuer. */
const nameKey = (name: string) => foldText(withoutPossessive(name)).replace(/^the /, "");

export const isNamed = ({ name: { vi, en }, aliases }: Issuer, text: string) =>
  [vi, en, ...aliases].some(name => name !== null && nameKey(name) === nameKey(text));

export const issuerName = ({ name }: Issuer) => (name.en ?? name.vi)!;
