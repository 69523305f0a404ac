import { Part } from "@huu-nghi/subgraph-kit";
import { Entity, PrimaryColumn } from "typeorm";

/** The countries that an event is about. */
@Entity("event_country")
@Part("countries")
export class EventCountry {
  @PrimaryColumn("text") eventId!: string;
  @PrimaryColumn("text") countryCode!: string;
}

/** The documents that an event implements. */
@Entity("event_document")
@Part("implements")
export class EventDocument {
  @PrimaryColumn("text") eventId!: string;
  @PrimaryColumn("text") documentId!: string;
}

/** The foreign NGOs that took part in an event. */
@Entity("event_ngo")
@Part("ngos")
export class EventNgo {
  @PrimaryColumn("text") eventId!: string;
  @PrimaryColumn("text") ngoId!: string;
}
