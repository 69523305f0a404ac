import type { ChangeInput } from "./versioned";

/** An input that fields are mixed into, so that an input which creates and those which change have them in common. */
// TypeScript asks this form of whatever a class is mixed into.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type InputClass = abstract new (...given: any[]) => ChangeInput;
