// What JSON escapes: quotes, backslashes, control characters, and halves of characters.
const special = /["\\]|[^\u0020-\ud7ff\ue000-\uffff]/;

/** A value that came as JSON, as JSON again. */
export const jsonOf = (value: unknown): string => {
  if (typeof value === "string") return special.test(value) ? JSON.stringify(value) : `"${value}"`;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : JSON.stringify(value);
};
