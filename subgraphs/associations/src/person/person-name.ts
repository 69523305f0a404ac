import { join, raw, sql, type Sql } from "@huu-nghi/subgraph-kit";

/** What a name is searched in; the index person_name is made of exactly this. */
const searched = (column: string) => raw(`(' ' || fold_text(${column}))`);

const mostWords = 10;

// The letters that the database's fold_text makes of others, as far as the number of letters is concerned.
const wordsOf = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").split(/[\s\p{P}]+/u).filter(Boolean).slice(0, mostWords);

/**
 * Whether a name holds every word of a text, in any order, whatever the accents and case. A word of one or two letters
 * begins a word of the name, since within words it would be found almost everywhere; a longer one stands anywhere.
 */
export const nameHolds = (column: string, text: string | null | undefined): Sql => {
  if (text == null || text.trim() === "") return sql`true`;
  const words = wordsOf(text);
  if (words.length === 0) return sql`false`;
  const found = words.map(word => {
    const isShort = [...word].length < 3;
    return sql`${searched(column)} like ${isShort ? "% " : "%"} || fold_text(${word}) || '%' and fold_text(${word}) <> ''`;
  });
  return join(found, " and ");
};

/** The given name, by which Vietnamese lists are ordered: the last word of a full name. */
export const givenName = (column: string): Sql => raw(`substring(${column} from '\\S+$')`);
