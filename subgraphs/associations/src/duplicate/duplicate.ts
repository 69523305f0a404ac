import { Guarded, Versioned } from "@huu-nghi/subgraph-kit";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PersonUnions } from "../person";

export enum DuplicateRule {
  SAME_IDENTITY_NUMBER = "SAME_IDENTITY_NUMBER",
  SAME_PHONE = "SAME_PHONE",
  SAME_EMAIL = "SAME_EMAIL",
  SAME_NAME_AND_BIRTH_YEAR = "SAME_NAME_AND_BIRTH_YEAR",
  SAME_NAME_AND_BRANCH = "SAME_NAME_AND_BRANCH",
}
registerEnumType(DuplicateRule, {
  name: "DuplicateRule",
  description: "Why two people may be one. The values themselves are not told.",
  valuesConfig: {
    SAME_IDENTITY_NUMBER: { description: "The same number of the identity card, however it is written." },
    SAME_PHONE: { description: "The same telephone number, with +84 or 0 before it." },
    SAME_EMAIL: { description: "The same e-mail address." },
    SAME_NAME_AND_BIRTH_YEAR: { description: "The same name, whatever the accents, and the same year of birth." },
    SAME_NAME_AND_BRANCH: { description: "The same name, whatever the accents, and a membership in the same branch." },
  },
});

/** "These are two people": the pair does not come again. */
@Entity("duplicate_dismissal")
@ObjectType({ description: "That two people who may seem to be one are two." })
@Guarded<DuplicateDismissal>("officer", (scope, { firstId }) => scope.get(PersonUnions).ids.load(firstId))
export class DuplicateDismissal extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => ID, { description: "The one person's id." })
  @Column("text")
  firstId!: string;

  @Field(() => ID, { description: "The other person's id." })
  @Column("text")
  secondId!: string;
}
