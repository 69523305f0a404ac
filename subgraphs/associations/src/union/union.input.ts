import { ChangeInput, CorrectionInput, EndInput, LocalizedTextInput, PartialDate, VersionedInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";
import { UnionLevel } from "./union";

@InputType({ description: "A union to write down." })
export class CreateUnionInput extends ChangeInput {
  @Field(() => ID, { description: "Stable and readable: small letters, digits and hyphens, such as dong-nai. Not demo or demo-01, which are made up." })
  id!: string;

  @Field(() => LocalizedTextInput, { description: "Its full name." })
  name!: LocalizedTextInput;

  @Field(() => UnionLevel, { description: "There is one national union. Clusters are below it, provincial unions below it or a cluster, member organisations below it or a provincial union." })
  level!: UnionLevel;

  @Field(() => ID, { nullable: true, description: "The union that it is right below; not for the national one." })
  parent?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was founded." })
  foundedOn?: string | null;
}

@InputType({ description: "What changes of a union; what is not given stays." })
export class ChangeUnionInput extends VersionedInput {
  @Field(() => LocalizedTextInput, { nullable: true, description: "Its new name." })
  name?: LocalizedTextInput | null;

  @Field(() => ID, { nullable: true, description: "The union that it is right below from now on, such as its cluster." })
  parent?: string | null;
}

@InputType({ description: "The end of a union: when, and why." })
export class EndUnionInput extends EndInput {}

@InputType({ description: "What was written down wrongly of a union; what is not given stays." })
export class CorrectUnionInput extends CorrectionInput {
  @Field(() => LocalizedTextInput, { nullable: true, description: "Its name." })
  name?: LocalizedTextInput | null;

  @Field(() => UnionLevel, { nullable: true, description: "Its level." })
  level?: UnionLevel | null;

  @Field(() => ID, { nullable: true, description: "The union that it is right below; null for the national one." })
  parent?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was founded; null when nobody says." })
  foundedOn?: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it ended; null when it did not." })
  endedOn?: string | null;
}
