import { foldText } from "@huu-nghi/reference";
import { parseDocumentNumber, type DocumentNumber } from "./document-number";
import { withoutPossessive } from "./issuer";

/** How texts speak of a document: "Directive No. 38-CT/TW, dated September 19, 2019 of the Secretariat". */
export interface DocumentCitation {
  number: DocumentNumber;
  /** Null when the text does not say. */
  issuer: string | null;
}

// All of this as folded text.
const month = "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)";
const day = String.raw`\d{1,2}(?: ?(?:st|nd|rd|th))?`;
const year = String.raw`\d{4}`;
const date = [
  `${month} ${day}(?: of)? ${year}`,
  `${day}(?: of)? ${month}(?: of)? ${year}`,
  `${month}(?: of)? ${year}`,
  String.raw`\d{1,2} \d{1,2} ${year}`,
  String.raw`${year} \d{1,2} \d{1,2}`,
  String.raw`(?:\d{1,2} )?thang \d{1,2} nam ${year}`,
  String.raw`\d{1,2} nam ${year}`,
  year,
].join("|");
const dated = new RegExp(` (?:(?:issued |signed |ban hanh |ky )?(?:dated on|dated|on|of|in|ngay|thang|nam)) (?:${date})(?= |$)`);
const issuedBy = / (?:issued |ban hanh )?(?:of|by|cua|boi) (?=\S)/;

/** Null when the text has no number. Words that are neither a date nor an issuer stay part of the number. */
export const readCitation = (text: string): DocumentCitation | null => {
  const folded = foldText(withoutPossessive(text)).replace(dated, "");
  const digits = folded.search(/\d/);
  if (digits < 0) return null;
  const by = issuedBy.exec(folded.slice(digits));
  const end = by ? digits + by.index : folded.length;
  const number = parseDocumentNumber(folded.slice(0, end));
  return number && { number, issuer: by ? folded.slice(end + by[0].length) : null };
};
