import { z } from "zod";

const leastBytes = 32;
const leastDifferent = 10;

// Values of documentation, tutorials and defaults are known to everybody, however long they are.
const knownWords = /secret|password|passwort|change.?me|example|default|huu.?nghi|replace.?me|insert|placeholder|goes.?here|openssl|your[-_ ]|0123456789|1234567890|abcdefgh|qwerty|deadbeef|keyboard.?cat|correct.?horse|AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ|secure.?key|this.?is.?a/i;

// The same words in another dress.
const decoded = (text: string) => Buffer.from(text, "base64").toString("latin1");

// Letters of words alone are no random text: one of 32 characters has digits or both cases all over.
const isWords = (text: string) => /^[a-z]+([ _.-]+[a-z]+)*[ _.-]*\d*$/i.test(text) && (text === text.toLowerCase() || /[ _.-]/.test(text));

/** Why a text cannot serve as a secret; undefined when it can. Never repeats the text. */
export const secretFault = (text: string): string | undefined => {
  const bytes = Buffer.byteLength(text);
  if (bytes < leastBytes) return `it has ${bytes} bytes; a secret has at least ${leastBytes}. Make one: openssl rand -base64 48`;
  // One process would take the end of a line for a part of it, another would not.
  if (text.trim() !== text) return "it begins or ends with white space";
  if (knownWords.test(text) || knownWords.test(decoded(text)) || isWords(text) || new Set(text).size < leastDifferent) return "it is a known example or easily guessed. Make one: openssl rand -base64 48";
  return undefined;
};

export const secret = z.string().superRefine((text, context) => {
  const message = secretFault(text);
  if (message !== undefined) context.addIssue({ code: "custom", message });
});
