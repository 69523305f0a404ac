import { Guarded, LocalDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum DataRequestKind {
  ACCESS = "ACCESS",
  CORRECTION = "CORRECTION",
  ERASURE = "ERASURE",
  WITHDRAWAL = "WITHDRAWAL",
  OBJECTION = "OBJECTION",
}
registerEnumType(DataRequestKind, {
  name: "DataRequestKind",
  description: "What a person asks for about the own data.",
  valuesConfig: {
    ACCESS: { description: "To be given what is held." },
    CORRECTION: { description: "To have something put right." },
    ERASURE: { description: "To be erased." },
    WITHDRAWAL: { description: "That a consent ends." },
    OBJECTION: { description: "That the data are not used for something, or not used further." },
  },
});

export enum DataRequestChannel {
  IN_PERSON = "IN_PERSON",
  LETTER = "LETTER",
  EMAIL = "EMAIL",
  TELEPHONE = "TELEPHONE",
  WEB_FORM = "WEB_FORM",
  OTHER = "OTHER",
}
registerEnumType(DataRequestChannel, {
  name: "DataRequestChannel",
  description: "How a request reached the union.",
  valuesConfig: {
    IN_PERSON: { description: "At the office." },
    LETTER: { description: "By letter." },
    EMAIL: { description: "By e-mail." },
    TELEPHONE: { description: "By telephone." },
    WEB_FORM: { description: "By a form on a web site." },
    OTHER: { description: "By another way." },
  },
});

export enum DataRequestState {
  RECEIVED = "RECEIVED",
  ACKNOWLEDGED = "ACKNOWLEDGED",
  COMPLETED = "COMPLETED",
  REFUSED = "REFUSED",
}
registerEnumType(DataRequestState, {
  name: "DataRequestState",
  description: "How far a request is.",
  valuesConfig: {
    RECEIVED: { description: "It came in, and nobody has told the person so." },
    ACKNOWLEDGED: { description: "The person was told that it came in, and what follows." },
    COMPLETED: { description: "What was asked for is done." },
    REFUSED: { description: "It was refused, with a reason." },
  },
});

@Entity("data_request")
@ObjectType({ description: "A request of a person about the own data, in the register of a union; for the union's officers." })
@Directive('@key(fields: "id")')
@Guarded<DataRequest>("officer", (_scope, { unionId }) => [unionId])
export class DataRequest extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => DataRequestKind, { description: "What is asked for." })
  @Column("text")
  kind!: DataRequestKind;

  @Field(() => DataRequestChannel, { description: "How it reached the union." })
  @Column("text")
  channel!: DataRequestChannel;

  @Field(() => LocalDate, { description: "When it came in." })
  @Column("date")
  receivedOn!: string;

  @Field(() => LocalDate, { description: "The last day on which the person is to be told that it came in, by the term that held then, which is in working days: see DataRequestTerm." })
  @Column("date")
  acknowledgeBy!: string;

  @Field(() => LocalDate, { description: "The last day on which it is to be done or refused, by the term that held then: a working day, and none before acknowledgeBy." })
  @Column("date")
  dueOn!: string;

  @Field(() => LocalDate, { nullable: true, description: "When the person was told; null while nobody has." })
  @Column("date", { nullable: true })
  acknowledgedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: "When it was done; null when it is not." })
  @Column("date", { nullable: true })
  completedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: "When it was refused; null when it was not." })
  @Column("date", { nullable: true })
  refusedOn!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was refused; null when it was not, or once the person was erased." })
  @Column("text", { nullable: true })
  refusal!: string | null;

  /** Published as `union`. */
  @Column("text")
  unionId!: string;

  /** Published as `person`. */
  @Column("text")
  personId!: string;
}
