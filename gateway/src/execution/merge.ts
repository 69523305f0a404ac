/** An object of the divisions' merged data. */
export type Entity = Record<string, unknown>;

const isObject = (value: unknown): value is Entity => typeof value === "object" && value !== null;

/** What came as JSON holds no functions: one that is found was inherited, and is nothing that anybody sent. */
export const valueAt = (entity: Entity, key: string): unknown => {
  const value = entity[key];
  return typeof value === "function" ? undefined : value;
};

const mergeValue = (held: unknown, given: unknown): unknown => {
  if (held === given || !isObject(held)) return given;
  // Two divisions that share a field mean the same; where one of them has nothing, the other's word stands.
  if (!isObject(given)) return given === null ? held : given;
  if (!Array.isArray(held)) return Array.isArray(given) ? given : merge(held, given);
  if (!Array.isArray(given) || given.length !== held.length) return given;
  for (let index = 0; index < held.length; index++) held[index] = mergeValue(held[index], given[index]);
  return held;
};

/** Puts what a division sent to what is there already. The target takes over the parts of what was sent. */
export const merge = (target: Entity, given: Entity): Entity => {
  for (const key in given) {
    // No field has this name, and an assignment to it would change what kind of object the target is.
    if (key === "__proto__") continue;
    const value = given[key];
    if (value === undefined) continue;
    const held = valueAt(target, key);
    target[key] = held === undefined ? value : mergeValue(held, value);
  }
  return target;
};
