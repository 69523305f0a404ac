import { LocalizedText, PartialDate } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { documentKinds, type DocumentKind } from "./document-number";

@Entity("document")
@ObjectType({ description: "A document of the Party or the State that activities follow, identified by its number and its issuer." })
@Directive('@key(fields: "id")')
export class Document {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => String, { nullable: true, description: "Its number in full, such as 38-CT/TW; null when nobody says. Other issuers can have the same one." })
  @Column("text", { nullable: true })
  number!: string | null;

  @Field(() => String, { description: `${documentKinds.join(", ")}; more may come.` })
  @Column("text")
  kind!: DocumentKind;

  @Field(() => LocalizedText, { description: "Its title, or what it is about where a source does not print one." })
  @Column(() => LocalizedText)
  title!: LocalizedText;

  @Field(() => PartialDate, { nullable: true, description: "When it was issued; null when nobody says." })
  @Column("text", { nullable: true })
  issuedOn!: string | null;

  /** Published as `issuer`. */
  @Column("text")
  issuerId!: string;

  /** Private: what is found by, however a client writes the number. */
  @Column("text", { nullable: true })
  serial!: string | null;

  @Column("text", { array: true, nullable: true })
  suffix!: string[] | null;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
