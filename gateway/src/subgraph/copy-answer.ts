/**
 * A copy of what JSON holds. Spreading makes a property of the name `__proto__` an own one, and what an object has of its
 * own is what an assignment changes, so no name in an answer reaches a prototype.
 */
export const copyJson = <Value>(value: Value): Value => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = new Array(value.length);
    for (let index = 0; index < value.length; index += 1) list[index] = copyJson(value[index] as unknown);
    return list as Value;
  }
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  for (const key in copy) {
    const part = copy[key];
    if (typeof part === "object" && part !== null) copy[key] = copyJson(part);
  }
  return copy as Value;
};

/** Somebody who gets an answer that others get too. */
export interface Reader {
  /** It alters nothing of what it gets. */
  readOnly: boolean;
}

/** Gives the original to all who leave it as it is, or to one who does not; whoever else alters it has to be given a copy. */
export const handOut = <One extends Reader>(readers: Iterable<One>, give: (reader: One, original: boolean) => void): void => {
  const all = [...readers];
  let isTaken = all.some(({ readOnly }) => readOnly);
  for (const reader of all) {
    give(reader, reader.readOnly || !isTaken);
    isTaken = true;
  }
};
