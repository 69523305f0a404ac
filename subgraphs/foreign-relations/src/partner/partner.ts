import { LocalizedText } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const partnerKinds = ["AUTHORITY", "PARTY_BODY", "FRONT_OR_MASS_ORGANISATION", "EMBASSY", "CONSULATE", "PEOPLES_ORGANISATION", "FORUM", "BUSINESS", "OTHER"] as const;

@Entity("partner")
@ObjectType({ description: "An organisation with which unions and their associations work." })
@Directive('@key(fields: "id")')
export class Partner {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => LocalizedText, { description: "Its name." })
  @Column(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => String, { description: `${partnerKinds.join(", ")}; more may come.` })
  @Column("text")
  kind!: (typeof partnerKinds)[number];

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
