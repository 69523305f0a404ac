import { LocalizedText } from "@huu-nghi/subgraph-kit";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("sector")
@ObjectType({ description: "A field of work that aid goes to." })
export class Sector {
  @Field(() => String, { description: "Stable; also what aidProjects(sector:) takes and the key of a row of aidSummary(groupBy: SECTOR)." })
  @PrimaryColumn("text")
  code!: string;

  @Field(() => LocalizedText, { description: "What it is called." })
  @Column(() => LocalizedText)
  name!: LocalizedText;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
