import { LocalizedText, Versioned } from "@huu-nghi/subgraph-kit";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DataRequestKind } from "./data-request";

@Entity("data_request_term")
@ObjectType({
  description:
    "Within how many days a kind of request has to be answered. As law firms sum the law up, unless somebody who answers for the data set others. No working days are Saturdays, Sundays, public holidays of the Labour Code (1 January, the eve and the first three days of the lunar new year, Hung Kings' day, 30 April, 1 May, 2 September, and the next working day for one that falls on a week-end; the lunar ones are known from 2024 to 2035), and days that were written down as announced, up to now those of 2026. How the government moves days of other years is not known, so that a term may end earlier than it has to.",
})
export class DataRequestTerm extends Versioned {
  @Field(() => DataRequestKind, { name: "kind", description: "The kind of request." })
  @PrimaryColumn("text")
  id!: DataRequestKind;

  @Field(() => Int, { description: "In how many working days the person is to be told that the request came in." })
  @Column("int")
  acknowledgeWithin!: number;

  @Field(() => Int, { description: "In how many days, working days or not, it is to be done or refused; where nobody works on the last one, on the next working day." })
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
