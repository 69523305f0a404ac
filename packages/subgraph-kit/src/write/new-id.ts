import { randomUUID } from "node:crypto";

const demoUnion = /^demo(-[0-9]+)?$/;

/** An id that says nothing. What is added to a demo union says so by its id, and goes when the demo is made anew. */
export const newId = (unionId: string): string => (demoUnion.test(unionId) ? `${unionId}:${randomUUID()}` : randomUUID());

export const isDemoUnion = (unionId: string): boolean => demoUnion.test(unionId);
