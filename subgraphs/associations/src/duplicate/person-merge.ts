import { Guarded, Part, Versioned } from "@huu-nghi/subgraph-kit";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PersonUnions } from "../person";

@Entity("person_merge")
@ObjectType({ description: "That a person was found to be another one, and its records went over to that one. For those who may see the person that was kept." })
@Guarded<PersonMerge>("officer", (scope, { keptId }) => scope.get(PersonUnions).ids.load(keptId))
export class PersonMerge extends Versioned {
  @Field(() => ID, { description: "Stable." })
  @PrimaryColumn("text")
  id!: string;

  /** Published as `mergedInto`. */
  @Column("text")
  keptId!: string;

  @Field(() => ID, { description: "The id of the person that was merged; it answers with the one that was kept." })
  @Column("text")
  mergedId!: string;

  /** The unions whose records went over: who undoes it has to reach them all. */
  @Column("text", { array: true, default: () => "'{}'" })
  unionIds!: string[];

  @Field(() => [String], { description: "Fields of personal data that the kept person lacked and took over." })
  @Column("text", { array: true, default: () => "'{}'" })
  takenOver!: string[];

  @Field(() => String, { description: "Why they were taken for one." })
  @Column("text")
  reason!: string;

  @Field(() => Boolean, { description: "Whether it was undone, so that they are two people again." })
  @Column("boolean", { default: false })
  undone!: boolean;
}

/** What a merge did to a row, so that it can be undone exactly. */
@Entity("person_merge_row")
@Part("rows")
export class PersonMergeRow {
  @PrimaryColumn("text") mergeId!: string;
  @PrimaryColumn("text") rowType!: string;
  /** The row's primary key as JSON, as it is after the merge. */
  @PrimaryColumn("text") rowKey!: string;
  /** It names the kept person now; it was made to cover another one too; it was covered by another one and removed. */
  @Column("text") what!: "MOVED" | "JOINED" | "REMOVED";
  /** The columns that were changed, of a removed row all. */
  @Column("jsonb") before!: Record<string, unknown>;
  /** By which it is seen that nobody changed the row since: its version, or where it has none a digest. */
  @Column("text") mark!: string;
}
