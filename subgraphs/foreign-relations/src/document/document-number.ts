import { foldText } from "@huu-nghi/reference";

export const documentKinds = ["DIRECTIVE", "RESOLUTION", "DECISION", "DECREE", "PLAN", "PROGRAMME", "CIRCULAR", "LETTER", "OTHER"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What a document's number says: "Directive No. 04-CT/TW" is a directive, serial 4, suffix CT TW. */
export interface DocumentNumber {
  /** Null when the text does not say. */
  kind: DocumentKind | null;
  /** Without leading zeros. */
  serial: string;
  /** Kind and issuer by their abbreviations; capital letters without accents. */
  suffix: string[];
}

// As folded text. "Document" and "văn bản" stand for any kind.
const kindWords: [RegExp, DocumentKind | null][] = [
  [/^(directive|chi thi)\b/, "DIRECTIVE"],
  [/^(resolution|nghi quyet)\b/, "RESOLUTION"],
  [/^(decision|quyet dinh)\b/, "DECISION"],
  [/^(decree|nghi dinh)\b/, "DECREE"],
  [/^(plan|ke hoach)\b/, "PLAN"],
  [/^(programme|program|chuong trinh)\b/, "PROGRAMME"],
  [/^(circular|thong tri|thong tu)\b/, "CIRCULAR"],
  [/^(official letter|letter|cong van)\b/, "LETTER"],
  [/^(document|van ban)\b/, null],
];
const numberWord = /^(no|n|so|number|nr)\b/;

// "38CT" and "No4" are written without a sign between letters and digits.
const separated = (text: string) => foldText(text).replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, "$& ");

/** Reads what people write for a number; null when it has no digits. */
export const parseDocumentNumber = (text: string): DocumentNumber | null => {
  const folded = separated(text);
  const at = folded.search(/\d/);
  if (at < 0) return null;
  const before = folded.slice(0, at).trim().replace(/^the /, "");
  const named = kindWords.find(([words]) => words.test(before));
  const rest = (named ? before.replace(named[0], "").trim() : before).replace(numberWord, "").trim();
  const [serial = "", ...after] = folded.slice(at).split(" ");
  // Words that are not known stay part of the number, so that it is not taken for another one.
  const suffix = [...rest.split(" "), ...after].filter(Boolean).map(token => token.toUpperCase());
  return { kind: named?.[1] ?? null, serial: serial.replace(/^0+(?=\d)/, ""), suffix };
};

interface Numbered {
  kind: DocumentKind;
  serial: string | null;
  suffix: string[] | null;
}

const beginsWith = (whole: string[], part: string[]) => part.every((token, index) => whole[index] === token);

/** The documents that a number means: those with exactly its suffix, else those whose suffix begins with it. */
export const meantBy = <Document extends Numbered>(asked: DocumentNumber, documents: Document[]): Document[] => {
  const possible = documents.filter(
    ({ kind, serial, suffix }) => serial === asked.serial && (asked.kind === null || kind === asked.kind) && beginsWith(suffix ?? [], asked.suffix),
  );
  const exact = possible.filter(({ suffix }) => suffix?.length === asked.suffix.length);
  return exact.length ? exact : possible;
};
