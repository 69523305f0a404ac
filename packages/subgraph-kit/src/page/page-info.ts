import { Directive, Field, ObjectType } from "type-graphql";

@ObjectType({ description: "Where a page lies in its list." })
@Directive("@shareable")
export class PageInfo {
  @Field(() => Boolean, { description: "There are more after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "There are some before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the first one; null when the page is empty." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "The cursor of the last one; give it as `after` to get the next page. Null when the page is empty." })
  endCursor!: string | null;
}
