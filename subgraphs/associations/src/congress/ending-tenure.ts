import { LocalDate } from "@huu-nghi/subgraph-kit";
import { Field, Int, ObjectType } from "type-graphql";
import { Congress } from "./congress";

@ObjectType({ description: "A tenure that ends, with no congress planned to begin the next one." })
export class EndingTenure {
  @Field(() => Congress, { description: "The congress that began it." })
  congress!: Congress;

  @Field(() => LocalDate, { description: "The last day of the tenure's last year." })
  endsOn!: string;

  @Field(() => Int, { description: "Full months from the day asked about to `endsOn`; below 0 when it ended before." })
  monthsLeft!: number;
}
