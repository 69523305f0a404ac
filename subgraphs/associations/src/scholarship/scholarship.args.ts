import { CountryCode, LocalDate, Names } from "@huu-nghi/subgraph-kit";
import { ArgsType, Field, ID, registerEnumType } from "type-graphql";
import { ScholarshipSponsorInput } from "./scholarship.input";

export enum ScholarshipGrouping {
  NATIONALITY = "NATIONALITY",
  ACADEMIC_YEAR = "ACADEMIC_YEAR",
  SPONSOR = "SPONSOR",
  SCHOOL = "SCHOOL",
}
registerEnumType(ScholarshipGrouping, {
  name: "ScholarshipGrouping",
  description: "By what a total of scholarships is split.",
  valuesConfig: {
    NATIONALITY: { description: "By the recipients' nationality." },
    ACADEMIC_YEAR: { description: "By the school year that they are for, the latest first." },
    SPONSOR: { description: "By who pays for them." },
    SCHOOL: { description: "By where the recipients study; names that differ in accents and case only are one school." },
  },
});

/** What lists and totals of scholarships are asked by. */
@ArgsType()
export class ScholarshipArgs {
  @Names("Union")
  @Field(() => ID, { nullable: true, description: "Of associations of exactly this union." })
  union?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Also of the unions below `union`; false when not given." })
  includeDescendants?: boolean | null;

  @Names("FriendshipAssociation")
  @Field(() => ID, { nullable: true, description: "That this association gave or passed on." })
  association?: string | null;

  @Field(() => CountryCode, { nullable: true, description: "To recipients of this nationality." })
  nationality?: string | null;

  @Field(() => String, { nullable: true, description: "At the school of this name; accents and case do not matter." })
  school?: string | null;

  @Field(() => String, { nullable: true, description: "For this school year, such as 2023-2024." })
  academicYear?: string | null;

  @Field(() => ScholarshipSponsorInput, { nullable: true, description: "Which this sponsor pays for." })
  sponsor?: ScholarshipSponsorInput | null;

  @Field(() => String, { nullable: true, description: "Whose school or sponsor's written name contains this; accents and case do not matter." })
  text?: string | null;
}

@ArgsType()
export class ScholarshipTotalsArgs extends ScholarshipArgs {
  @Field(() => ScholarshipGrouping, { description: "By what the rows split it." })
  groupBy!: ScholarshipGrouping;

  @Field(() => LocalDate, { nullable: true, description: "Awarded on this day or later." })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "Awarded on this day or earlier. BAD_USER_INPUT when it is before `from`." })
  to?: string | null;
}
