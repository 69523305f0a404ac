import { BadInput } from "@huu-nghi/service-kit";
import { ArgsType, Field, Int } from "type-graphql";

const most = 100;

/** `first` and `after`, as every list takes them. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: "How many at most, 1 to 100." })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "The cursor after which the page begins; none for the first page." })
  after?: string | null;
}

/** A page's bounds, checked. */
export interface PageBounds {
  first: number;
  /** The sort values of the row after which the page begins. */
  after: (string | null)[] | null;
}

/** A cursor holds the sort values of its row, so that it stays where it is while rows come and go. */
export const cursorOf = (values: (string | null)[]) => Buffer.from(JSON.stringify(values)).toString("base64url");

const readCursor = (cursor: string, length: number): (string | null)[] => {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const isValue = (value: unknown) => value === null || typeof value === "string";
    if (Array.isArray(values) && values.length === length && values.every(isValue) && cursorOf(values as string[]) === cursor) return values as (string | null)[];
  } catch {
    // Said below, for every way in which it can be unreadable.
  }
  throw new BadInput("after", `"${cursor.slice(0, 40)}" is not a cursor of this list. Use the endCursor or a cursor of an earlier answer, or none for the first page.`);
};

export const pageBounds = ({ first, after }: PageArgs, sortValues: number): PageBounds => {
  const count = first ?? 20;
  if (count < 1 || count > most) throw new BadInput("first", `first is ${count}; it must be from 1 to ${most}. Use after to get the next page.`);
  return { first: count, after: after == null ? null : readCursor(after, sortValues) };
};
