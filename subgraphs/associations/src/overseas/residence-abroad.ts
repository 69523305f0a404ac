import { Guarded, PartialDate, Versioned } from "@huu-nghi/subgraph-kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PersonUnions } from "../person";

@Entity("residence_abroad")
@ObjectType({ description: "Where abroad a person lives or lived. For officers who may see the person." })
@Directive('@key(fields: "id")')
@Guarded<ResidenceAbroad>("officer", (scope, { personId }) => scope.get(PersonUnions).ids.load(personId))
export class ResidenceAbroad extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => PartialDate, { description: "Since when." })
  @Column("text")
  since!: string;

  @Field(() => PartialDate, { nullable: true, description: "Until when; null while it lasts." })
  @Column("text", { nullable: true })
  until!: string | null;

  @Field(() => Boolean, { description: "Whether the person came back to live in Viet Nam then; false while it lasts, and of one who went elsewhere." })
  @Column("boolean", { default: false })
  returned!: boolean;

  /** Published as `country`. */
  @Column("text")
  countryCode!: string;

  /** Published as `person`. */
  @Column("text")
  personId!: string;

  @Column("text", { nullable: true })
  sourceId!: string | null;
}
