import { ChangeInput, CorrectionInput, LocalDate, PartialDate, VersionedInput } from "@huu-nghi/subgraph-kit";
import { Field, InputType } from "type-graphql";

@InputType({ description: "Personal data. Only what the union's work needs; what is not given stays as it is, null takes it away." })
export class PersonDetailsInput {
  @Field(() => String, { nullable: true, description: "The telephone number: digits, with +, spaces, points, hyphens or brackets." })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: "The e-mail address." })
  email?: string | null;

  @Field(() => String, { nullable: true, description: "Where the person lives." })
  address?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "The day of birth." })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: "The number of the identity card." })
  identityNumber?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "Since when the person is a member of the Communist Party of Viet Nam." })
  partyJoinedOn?: string | null;

  @Field(() => String, { nullable: true, description: "The religion." })
  religion?: string | null;

  @Field(() => String, { nullable: true, description: "The ethnic group." })
  ethnicity?: string | null;

  @Field(() => String, { nullable: true, description: "What an organiser has to know of the person's health." })
  health?: string | null;

  @Field(() => String, { nullable: true, description: "The bank and the number of the account." })
  bankAccount?: string | null;
}

/** A person as such; what binds the person to a union comes with it where that is known. */
@InputType()
export abstract class NewPersonInput extends ChangeInput {
  @Field(() => String, { description: "The full name, family name first; at most 200 characters." })
  fullName!: string;

  @Field(() => PersonDetailsInput, { nullable: true, description: "Personal data, as far as it is known and needed." })
  details?: PersonDetailsInput | null;
}

@InputType({ description: "What changes of a person; what is not given stays." })
export class ChangePersonInput extends VersionedInput {
  @Field(() => String, { nullable: true, description: "The new full name." })
  fullName?: string | null;

  @Field(() => PersonDetailsInput, { nullable: true, description: "Personal data that changes." })
  details?: PersonDetailsInput | null;
}

@InputType({ description: "What was written down wrongly of a person; what is not given stays." })
export class CorrectPersonInput extends CorrectionInput {
  @Field(() => String, { nullable: true, description: "The full name." })
  fullName?: string | null;

  @Field(() => PersonDetailsInput, { nullable: true, description: "Personal data that was wrong." })
  details?: PersonDetailsInput | null;
}
