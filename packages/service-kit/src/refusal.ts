import type { HttpResponse } from "./http-handler";
import { maskError, type Problem } from "./problem";
import { codesOf, notesOf } from "./request-line";

/** Answers a request that does not get as far as GraphQL, in the form of every other error. */
export const refuse = (response: HttpResponse, status: number, { message, extensions }: Problem) => {
  const requestId = String(response.locals["requestId"]);
  const errors = [maskError({ message, extensions: { ...extensions, requestId } })];
  const body = JSON.stringify({ errors });
  notesOf(response).errors = codesOf(errors);
  response.statusCode = status;
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.setHeader("content-length", Buffer.byteLength(body));
  response.end(body);
};
