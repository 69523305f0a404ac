import { randomUUID } from "node:crypto";
import { IsNull, type EntityManager } from "typeorm";
import { givenText } from "../write/given";
import { Source } from "./source";

/** A text that says where something is, or nothing. */
export const givenPlace = (argument: string, text: string | null | undefined, most = 2000): string | null => (text == null ? null : givenText(argument, text, most));

interface GivenSource {
  title: string;
  publisher?: string | null;
  date?: string | null;
  statedAsOf?: string | null;
  locator?: string | null;
}

/** A source as it is kept, from the input's field `source`. */
export const givenSource = ({ title, publisher, date = null, statedAsOf = null, locator }: GivenSource): Omit<Source, "id"> => ({
  title: givenText("source.title", title, 500),
  publisher: givenPlace("source.publisher", publisher, 500),
  date,
  statedAsOf,
  locator: givenPlace("source.locator", locator),
});

/** The id of the source as it is known, or from now on. */
export const knownSource = async (tx: EntityManager, { title, publisher, date, statedAsOf, locator }: Omit<Source, "id">): Promise<string> => {
  // One at a time, so that of two at once the second one knows the first one's source, and its number with it.
  await tx.query("select pg_advisory_xact_lock(hashtext('huu-nghi source'), hashtext($1))", [JSON.stringify([title, publisher, date, statedAsOf])]);
  const known = await tx.findOneBy(Source, { title, publisher: publisher ?? IsNull(), date: date ?? IsNull(), statedAsOf: statedAsOf ?? IsNull() });
  if (known) return known.id;
  const id = randomUUID();
  await tx.insert(Source, { id, title, publisher, date, statedAsOf, locator });
  return id;
};
