import { DateTime, Guarded, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum ConsentPurpose {
  MEMBER_LIST = "MEMBER_LIST",
  CONTACT = "CONTACT",
  PUBLICATION = "PUBLICATION",
  EXPORT = "EXPORT",
}
registerEnumType(ConsentPurpose, {
  name: "ConsentPurpose",
  description: "What a person agrees to. Silence is no consent, and a consent to one thing is none to another.",
  valuesConfig: {
    MEMBER_LIST: { description: "To stand in lists of members that offices of the union are given." },
    CONTACT: { description: "To be written to and called about the union's activities." },
    PUBLICATION: { description: "To be named, quoted or shown in what the union publishes." },
    EXPORT: { description: "That the data are given out of the union, as a file." },
  },
});

@Entity("consent")
@ObjectType({ description: "That a person agreed to what a union does with the own data; for the union's officers." })
@Directive('@key(fields: "id")')
@Guarded<Consent>("officer", (_scope, { unionId }) => [unionId])
export class Consent extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => ConsentPurpose, { description: "To what." })
  @Column("text")
  purpose!: ConsentPurpose;

  @Field(() => String, { description: "Which version of the text the person was shown." })
  @Column("text")
  textVersion!: string;

  @Field(() => String, { description: "What shows it: a signed form, a recording, an e-mail." })
  @Column("text")
  evidence!: string;

  @Field(() => String, { description: "Where that is kept." })
  @Column("text")
  evidenceKeptAt!: string;

  @Field(() => DateTime, { description: "When the person agreed." })
  @Column("timestamptz")
  givenAt!: Date;

  @Field(() => String, { description: "Who wrote it down: the subject of the token." })
  @Column("text")
  recordedBy!: string;

  @Field(() => DateTime, { nullable: true, description: "When the person withdrew it; null while it stands." })
  @Column("timestamptz", { nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Who wrote the withdrawal down; null while it stands." })
  @Column("text", { nullable: true })
  withdrawalRecordedBy!: string | null;

  /** Published as `union`. */
  @Column("text")
  unionId!: string;

  @Column("text")
  personId!: string;
}
