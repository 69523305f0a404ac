import type { GraphQLFormattedError } from "graphql";

/** An answer's data as they go over the wire. Made once, and not made into an object again on the way out. */
export class JsonText {
  constructor(readonly text: string) {}

  /** The data themselves, for who asks in this process. */
  get value(): unknown {
    return JSON.parse(this.text);
  }

  toJSON() {
    return this.value;
  }
}

interface Result {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[] | undefined;
  extensions?: unknown;
}

/** An answer as JSON, errors first, so that a reader sees them. */
export const resultText = ({ data, errors, extensions }: Result): string => {
  const parts = [
    errors && `"errors":${JSON.stringify(errors)}`,
    data !== undefined && `"data":${data instanceof JsonText ? data.text : JSON.stringify(data)}`,
    extensions !== undefined && `"extensions":${JSON.stringify(extensions)}`,
  ];
  return `{${parts.filter(Boolean).join(",")}}\n`;
};

/** Data that may be text still. */
export const dataOf = (data: unknown): unknown => (data instanceof JsonText ? data.value : data);
