import { LocalizedText, PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const projectStatuses = ["PROPOSED", "RUNNING", "COMPLETED", "CANCELLED"] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

@Entity("aid_project")
@ObjectType({ description: "A programme, project or single gift of aid from foreign NGOs, in the area of one union." })
@Directive('@key(fields: "id")')
export class AidProject extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => String, { description: "The union's own number for it; no other project of that union has it." })
  @Column("text")
  code!: string;

  @Field(() => LocalizedText, { description: "What it is called." })
  @Column(() => LocalizedText)
  title!: LocalizedText;

  @Field(() => String, { description: "PROPOSED, RUNNING, COMPLETED or CANCELLED, as it is now. There can be others later." })
  @Column("text")
  status!: ProjectStatus;

  @Field(() => PartialDate, { nullable: true, description: "When it began; null while it has not, or when nobody says, and then it counts as running on no day." })
  @Column("text", { nullable: true })
  startsOn!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it ended, or is to end; null when no end is known." })
  @Column("text", { nullable: true })
  endsOn!: string | null;

  /** Published as `union`. */
  @Column("text")
  unionId!: string;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
