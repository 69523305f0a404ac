import { LocalizedText } from "@huu-nghi/subgraph-kit";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const publicationKinds = ["BULLETIN", "DOCUMENT", "BOOK", "WEBSITE", "OTHER"] as const;

/** Something that a union published. Private so far: figures count it. */
@Entity("publication")
export class Publication {
  @PrimaryColumn("text") id!: string;
  @Column("text") unionId!: string;
  @Column("text") kind!: (typeof publicationKinds)[number];
  @Column(() => LocalizedText) title!: LocalizedText;
  @Column("text") publishedOn!: string;
  @Column("text", { nullable: true }) sourceId!: string | null;
}
