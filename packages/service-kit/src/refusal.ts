import { send, type HttpResponse } from "./http-handler";
import { maskError, type Problem } from "./problem";
import { codesOf, notesOf } from "./request-line";

/** Answers a request that does not get as far as GraphQL, in the form of every other error. */
export const refuse = (response: HttpResponse, status: number, { message, extensions }: Problem) => {
  const requestId = String(response.locals["requestId"]);
  const errors = [maskError({ message, extensions: { ...extensions, requestId } })];
  notesOf(response).errors = codesOf(errors);
  response.setHeader("content-type", "application/json; charset=utf-8");
  send(response, status, JSON.stringify({ errors }));
};
