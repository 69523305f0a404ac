// What lies deeper than the stack of this process goes can neither be copied nor written down; what is meant is never so deep.
const deepest = 500;

/** Whether what came as JSON is nested deeper than we can handle. */
export const isTooDeep = (value: unknown, left = deepest): boolean =>
  typeof value === "object" && value !== null && (left === 0 || Object.values(value).some(part => isTooDeep(part, left - 1)));
