import { BadInput } from "@huu-nghi/service-kit";
import { Language, type LocalizedText, type LocalizedTextInput } from "../values";

type Given<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** What of an input is to be changed: what was not given stays, and null takes away what may be missing. */
export const given = <Fields extends object>(fields: Fields): Given<Fields> => {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (entries.length === 0) throw new BadInput("input", "Nothing is given to change: give one field at least besides those that say which record, and why.");
  return Object.fromEntries(entries) as Given<Fields>;
};

/** A text as it is kept: without blanks around it, and saying something. The text itself is not repeated, since it may be personal. */
export const givenText = (argument: string, text: string, most = 200): string => {
  const kept = text.trim();
  if (kept === "") throw new BadInput(argument, `${argument} is blank. Write something.`);
  if (kept.length > most) throw new BadInput(argument, `${argument} has ${kept.length} characters; at most ${most} are kept.`);
  return kept;
};

const mostOfName = 500;

/** A name or title as it is kept: in at least one language, and with the language of a translation only where it has a text. */
export const givenLocalizedText = (argument: string, { vi, en, ownTranslation = null }: LocalizedTextInput): LocalizedText => {
  const kept = { vi: vi == null ? null : givenText(argument, vi, mostOfName), en: en == null ? null : givenText(argument, en, mostOfName), ownTranslation };
  if (kept.vi === null && kept.en === null) throw new BadInput(argument, `${argument} has no text: give it in Vietnamese, in English, or in both.`);
  const translated = ownTranslation === Language.VI ? kept.vi : kept.en;
  if (ownTranslation !== null && translated === null) throw new BadInput(argument, `${argument} says that its ${ownTranslation} text is a translation, and has no such text.`);
  return kept;
};
