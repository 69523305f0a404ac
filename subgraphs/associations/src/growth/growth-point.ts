import { Decimal, FigureBasis, LocalDate, Reading } from "@huu-nghi/subgraph-kit";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "What is known of one day of a series." })
export class GrowthPoint {
  @Field(() => LocalDate, { description: "The day." })
  on!: string;

  @Field(() => Int, { nullable: true, description: "How many the records hold on the day; null where none had begun by then, unless the union declared its records complete: then it is 0. Null for a union that had ended by then." })
  recorded!: number | null;

  @Field(() => Reading, { nullable: true, description: "The number that a source stated last, for this day or for one before it; null where none did. For which day, its source says." })
  reported!: Reading | null;

  @Field(() => Decimal, { nullable: true, description: "The preferred one, as in reports: recorded where the union declared its records complete, then reported, then recorded. Null when nothing is known, which is never 0; what was stated of a union or an association that had ended by the day holds no more." })
  value!: string | null;

  @Field(() => FigureBasis, { nullable: true, description: "Which of the two `value` is." })
  basis!: FigureBasis | null;
}
