import { PartialDate } from "@huu-nghi/subgraph-kit";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const registrationKinds = ["OPERATION", "PROJECT_OFFICE", "REPRESENTATIVE_OFFICE"] as const;
export type RegistrationKind = (typeof registrationKinds)[number];

@Entity("registration")
@ObjectType({ description: "A certificate by which a foreign NGO may work in Viet Nam." })
export class Registration {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  ngoId!: string;

  @Field(() => String, { description: "As printed on the certificate." })
  @Column("text")
  number!: string;

  @Field(() => String, { description: "OPERATION, REPRESENTATIVE_OFFICE, or PROJECT_OFFICE of the rules until 2022. There can be others later." })
  @Column("text")
  kind!: RegistrationKind;

  @Field(() => PartialDate, { nullable: true, description: "From when it is valid; null when nobody says, and then it counts on no day." })
  @Column("text", { nullable: true })
  issuedOn!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "Until when it is valid; null when no end is known." })
  @Column("text", { nullable: true })
  expiresOn!: string | null;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}

/** The unions in whose areas a registration allows to work. */
@Entity("registration_area")
export class RegistrationArea {
  @PrimaryColumn("text") registrationId!: string;
  @PrimaryColumn("text") unionId!: string;
}
