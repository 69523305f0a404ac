import { randomUUID } from "node:crypto";
import { isDemoUnion } from "../demo/demo-union";

/** An id that says nothing. What is added to a demo union says so by its id, and goes when the demo is made anew. */
export const newId = (unionId: string): string => (isDemoUnion(unionId) ? `${unionId}:${randomUUID()}` : randomUUID());
