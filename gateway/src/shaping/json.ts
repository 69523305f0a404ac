// What a string cannot hold in JSON as it is, and halves of characters, which JSON escapes.
const special = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A value that came as JSON, as JSON again. */
export const jsonOf = (value: unknown): string => {
  if (typeof value === "string") return special.test(value) ? JSON.stringify(value) : `"${value}"`;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : JSON.stringify(value);
};
