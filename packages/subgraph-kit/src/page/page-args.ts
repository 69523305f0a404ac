import { BadInput, canonicalDecimal, isLocalDate } from "@huu-nghi/service-kit";
import { ArgsType, Field, Int } from "type-graphql";
import type { SortType } from "./list";

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
  after: string[] | null;
}

/** What a cursor of a list has to be: the list's name and a value of each of these types. */
export interface CursorForm {
  list: string;
  types: SortType[];
}

/** A cursor holds the sort values of its row, so that it stays where it is while rows come and go. */
export const cursorOf = ({ list }: CursorForm, values: string[]) => Buffer.from(JSON.stringify([list, ...values])).toString("base64url");

// What the database would not take as a value of its type must not get there.
const isValue: Record<SortType, (text: string) => boolean> = {
  text: text => !text.includes("\0"),
  date: isLocalDate,
  int: text => /^-?\d{1,9}$/.test(text),
  numeric: text => canonicalDecimal(text) !== null,
};

const readCursor = (cursor: string, form: CursorForm): string[] => {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Array.isArray(read) && read.every(each => typeof each === "string")) {
      const values = read.slice(1);
      const fits = values.length === form.types.length && form.types.every((type, at) => isValue[type](values[at]!));
      if (fits && cursorOf(form, values) === cursor) return values;
    }
  } catch {
    // Said below, for every way in which it can be unreadable.
  }
  throw new BadInput("after", `"${cursor.slice(0, 40)}" is not a cursor of this list. Use the endCursor or a cursor of an earlier answer, or none for the first page.`);
};

export const pageBounds = ({ first, after }: PageArgs, form: CursorForm): PageBounds => {
  const count = first ?? 20;
  if (count < 1 || count > most) throw new BadInput("first", `first is ${count}; it must be from 1 to ${most}. Use after to get the next page.`);
  return { first: count, after: after == null ? null : readCursor(after, form) };
};
