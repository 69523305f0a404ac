import { ChangeInput, CorrectionInput } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType, Int, registerEnumType } from "type-graphql";

export enum OverlappingMemberships {
  REFUSE = "REFUSE",
  JOIN = "JOIN",
}
registerEnumType(OverlappingMemberships, {
  name: "OverlappingMemberships",
  description: "What becomes of memberships in one association that both people have at the same time.",
  valuesConfig: {
    REFUSE: { description: "They are not merged; the answer is CONFLICT with the memberships." },
    JOIN: { description: "The two become one, from the earlier beginning to the later end." },
  },
});

@InputType({ description: "Two people who are two, though they may seem to be one." })
export class DismissDuplicateInput extends ChangeInput {
  @Field(() => ID, { description: "The one person." })
  first!: string;

  @Field(() => ID, { description: "The other person." })
  second!: string;

  @Field(() => String, { description: "How it is known. At most 1000 characters; it stands in history." })
  reason!: string;
}

@InputType({ description: "Two people who are one: `id` and `version` are of the one that is kept." })
export class MergePersonsInput extends CorrectionInput {
  @Field(() => ID, { description: "The person that is merged into it; the id stays valid and answers with the kept one." })
  merged!: string;

  @Field(() => Int, { description: "The version that you saw of the merged one." })
  mergedVersion!: number;

  @Field(() => Boolean, { nullable: true, description: "Whether personal data that the kept person lacks is taken over from the merged one; false when not given." })
  takeOverMissing?: boolean | null;

  @Field(() => OverlappingMemberships, { nullable: true, description: "What becomes of memberships in one association at the same time; they are refused when not given." })
  overlapping?: OverlappingMemberships | null;
}

@InputType({ description: "That a merge was a mistake: `id` and `version` are of the person that was kept." })
export class UndoMergeInput extends CorrectionInput {
  @Field(() => ID, { description: "The person that was merged into it." })
  merged!: string;
}
