import { Part } from "@huu-nghi/subgraph-kit";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const organiserRoles = ["HOST", "CO_ORGANISER", "COORDINATING", "ADVISER", "SPONSOR"] as const;

@Entity("event_organiser")
@Part("organisers")
@ObjectType({ description: "Who organises an event, in which role: a union, a friendship association or a partner, one of the three." })
export class EventOrganiser {
  @PrimaryColumn("text")
  eventId!: string;

  /** Private: its place in the list, from 1. */
  @PrimaryColumn("int")
  place!: number;

  @Field(() => String, { description: `${organiserRoles.join(", ")}; more may come.` })
  @Column("text")
  role!: (typeof organiserRoles)[number];

  /** Private: the union itself, or the one that the association belongs to; its events are found by it. */
  @Column("text", { nullable: true })
  unionId!: string | null;

  @Column("text", { nullable: true })
  associationId!: string | null;

  @Column("text", { nullable: true })
  partnerId!: string | null;
}
