import { LocalizedText, Versioned } from "@huu-nghi/subgraph-kit";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DataRequestKind } from "./data-request";

@Entity("data_request_term")
@ObjectType({ description: "Within how many days a kind of request has to be answered. As law firms sum the law up, unless somebody who answers for the data set others." })
export class DataRequestTerm extends Versioned {
  @Field(() => DataRequestKind, { name: "kind", description: "The kind of request." })
  @PrimaryColumn("text")
  id!: DataRequestKind;

  @Field(() => Int, { description: "In how many working days the person is to be told that the request came in." })
  @Column("int")
  acknowledgeWithin!: number;

  @Field(() => Int, { description: "In how many days, working days or not, it is to be done or refused." })
  @Column("int")
  completeWithin!: number;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}

/** A day on which no office works, besides Saturdays and Sundays. */
@Entity("public_holiday")
export class PublicHoliday {
  @PrimaryColumn("date") day!: string;
  @Column(() => LocalizedText) name!: LocalizedText;
  @Column("text", { nullable: true }) sourceId!: string | null;
}
