import { LocalizedText, PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("friendship_association")
@ObjectType({ description: "A friendship association with one country or with several; it belongs to one union." })
@Directive('@key(fields: "id")')
export class FriendshipAssociation extends Versioned {
  @Field(() => ID, { description: "`<union>:<country codes>`, such as vinh-phuc:cz-sk." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => LocalizedText, { description: "Its name." })
  @Column(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => PartialDate, { nullable: true, description: "When it was founded; null when nobody says." })
  @Column("text", { nullable: true })
  foundedOn!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was dissolved; null while it stands." })
  @Column("text", { nullable: true })
  dissolvedOn!: string | null;

  /** From when it counts while its founding date is not known: the day for which the first source that names it speaks. */
  @Column("text", { nullable: true })
  namedAsOf!: string | null;

  /** Published as `union`. */
  @Column("text")
  unionId!: string;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
