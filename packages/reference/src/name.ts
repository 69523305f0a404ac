/** A name in both languages; never empty. */
export interface BilingualName {
  readonly vi: string;
  readonly en: string;
}

export function nameOf(row: { readonly name_vi: string; readonly name_en: string }): BilingualName {
  return { vi: row.name_vi, en: row.name_en };
}

/**
 * The form in which names are compared: without accents (đ becomes d) and case, and with one space for each run of
 * other signs. "Czech – Slovakia" and "CZECH-SLOVAKIA" are both "czech slovakia". Empty when nothing remains.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The cell of a table that holds several texts. */
export function listOf(cell: string, separator: " " | "; "): string[] {
  return cell === "" ? [] : cell.split(separator);
}
