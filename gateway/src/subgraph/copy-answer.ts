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
