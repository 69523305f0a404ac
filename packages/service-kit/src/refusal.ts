import type { Response } from "express";
import { maskError, type Problem } from "./problem";

/** Answers a request that does not get as far as GraphQL, in the form of every other error. */
export const refuse = (response: Response, status: number, { message, extensions }: Problem) => {
  const requestId = String(response.locals["requestId"]);
  response.status(status).json({ errors: [maskError({ message, extensions: { ...extensions, requestId } })] });
};
