import { Guarded, masks, Sensitive, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PersonUnions } from "./person-unions";

@Entity("person")
@ObjectType({ description: "A person known to the friendship associations. For officers of a union in whose associations the person is or was a member, or where the person holds or held a position." })
@Directive('@key(fields: "id")')
@Guarded<Person>("officer", (scope, { id }) => scope.get(PersonUnions).ids.load(id))
export class Person extends Versioned {
  // Figures give it to everybody, as a record that was counted: so it is never made of a name, a birth date or a number.
  @Field(() => ID, { description: "Stable; says nothing of the person." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => String, { description: "The full name, family name first." })
  @Column("text")
  fullName!: string;

  @Field(() => String, { nullable: true, description: "The telephone number. Masked, as +84 *** *** 123, until a purpose opens it; null when it is not known." })
  @Sensitive(masks.phone)
  @Column("text", { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: "The e-mail address. Masked, as l***@***.vn, until a purpose opens it; null when it is not known." })
  @Sensitive(masks.email)
  @Column("text", { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true, description: "Where the person lives. Masked, as ***, until a purpose opens it; null when it is not known." })
  @Sensitive(masks.all)
  @Column("text", { nullable: true })
  address!: string | null;

  @Field(() => String, { nullable: true, description: "The day of birth, YYYY-MM-DD. Masked, as ****-**-**, until a purpose opens it; null when it is not known." })
  @Sensitive(masks.date)
  @Column("text", { nullable: true })
  birthDate!: string | null;

  @Field(() => String, { nullable: true, description: "The number of the identity card. Masked, as *** *** 123, until a purpose opens it; null when it is not known." })
  @Sensitive(masks.number)
  @Column("text", { nullable: true })
  identityNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Since when the person is a member of the Communist Party of Viet Nam: YYYY, YYYY-MM or YYYY-MM-DD. Masked, as ****-**-**, until a purpose opens it; null when it is not known or the person is none.",
  })
  @Sensitive(masks.date)
  @Column("text", { nullable: true })
  partyJoinedOn!: string | null;

  @Field(() => String, { nullable: true, description: "The religion. Masked, as ***, until a purpose opens it; null when it is not known." })
  @Sensitive(masks.all)
  @Column("text", { nullable: true })
  religion!: string | null;

  @Field(() => String, { nullable: true, description: "The ethnic group. Masked, as ***, until a purpose opens it; null when it is not known." })
  @Sensitive(masks.all)
  @Column("text", { nullable: true })
  ethnicity!: string | null;

  @Field(() => String, { nullable: true, description: "What an organiser has to know of the person's health. Masked, as ***, until a purpose opens it; null when nothing is known." })
  @Sensitive(masks.all)
  @Column("text", { nullable: true })
  health!: string | null;

  @Field(() => String, { nullable: true, description: "The bank and the number of the account. Masked, as *** *** 123, until a purpose opens it; null when it is not known." })
  @Sensitive(masks.number)
  @Column("text", { nullable: true })
  bankAccount!: string | null;

  /** The person with whom this one was found to be the same; its id answers with that one. */
  @Column("text", { nullable: true })
  mergedInto!: string | null;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
