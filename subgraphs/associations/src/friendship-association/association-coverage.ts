import { CountryCode, Part, PartialDate, sql, type EarlierStates } from "@huu-nghi/subgraph-kit";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** The countries and groups of countries that an association was for before. */
@Entity("association_coverage")
@Part("earlierCoverages")
export class EarlierCoverage {
  @PrimaryColumn("text") associationId!: string;
  @PrimaryColumn("text") until!: string;
  @Column("text", { array: true }) countries!: string[];
  @Column("text", { array: true }) groupIds!: string[];
}

export const earlierCoverages: EarlierStates = { table: "association_coverage", key: "association_id", columns: ["countries", "group_ids"] };
export const coverageNow = sql`
  select id, array(select country_code from association_country where association_id = association.id) as countries, array(select group_id from association_group where association_id = association.id) as group_ids
  from friendship_association association`;

/** The countries and groups that are named. */
export interface Covered {
  countries: string[];
  groupIds: string[];
}

@ObjectType("FriendshipAssociationCoverage", { description: "The countries and groups of countries that a friendship association was for, and when." })
export class Coverage {
  @Field(() => PartialDate, { nullable: true, description: "From when; null for the first ones where nobody says when it was founded." })
  since!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "Until when; null for those of now." })
  until!: string | null;

  @Field(() => [CountryCode], { description: "The codes of the countries that were named, in their order; the members of the groups come besides, and are those of each day." })
  countries!: string[];

  @Field(() => [ID], { name: "groups", description: "The ids of the groups of countries, such as ASEAN; most have none." })
  groupIds!: string[];
}
