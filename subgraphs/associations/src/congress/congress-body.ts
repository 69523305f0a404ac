import { Part } from "@huu-nghi/subgraph-kit";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum CongressBodyKind {
  EXECUTIVE_COMMITTEE = "EXECUTIVE_COMMITTEE",
  STANDING_COMMITTEE = "STANDING_COMMITTEE",
  INSPECTION_COMMITTEE = "INSPECTION_COMMITTEE",
  OTHER = "OTHER",
}
registerEnumType(CongressBodyKind, {
  name: "CongressBodyKind",
  description: "A body that a congress elects.",
  valuesConfig: {
    EXECUTIVE_COMMITTEE: { description: "The executive committee (Ban Chấp hành)." },
    STANDING_COMMITTEE: { description: "The standing committee (Ban Thường vụ)." },
    INSPECTION_COMMITTEE: { description: "The inspection committee (Ban Kiểm tra)." },
    OTHER: { description: "Another one, which has a name." },
  },
});

@Entity("congress_body")
@Part("bodies")
@ObjectType({ description: "A body that a congress elected." })
export class CongressBody {
  @PrimaryColumn("text")
  congressId!: string;

  /** Private: its place in the list, from 1. */
  @PrimaryColumn("int")
  place!: number;

  @Field(() => CongressBodyKind, { description: "What it is." })
  @Column("text")
  kind!: CongressBodyKind;

  @Field(() => String, { nullable: true, description: "What it is called; null where its kind says it." })
  @Column("text", { nullable: true })
  name!: string | null;

  @Field(() => Int, { nullable: true, description: "How many members were elected; null when nobody says." })
  @Column("int", { nullable: true })
  members!: number | null;
}
