import { randomUUID } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { codesOf, notesOf } from "./request-line";

// A client's own id helps it to find its request; one of digits only could be a number of somebody's.
const givenRequestId = /^(?=.*[A-Za-z])[\w.-]{8,64}$/;
const requestIdOf = (request: Request) => {
  const given = request.get("x-request-id");
  return given !== undefined && givenRequestId.test(given) ? given : randomUUID();
};

/** Gives each request its id: the client's own, or a new one. */
export const identify: RequestHandler = (request, response, next) => {
  response.locals["requestId"] = requestIdOf(request);
  response.set("x-request-id", response.locals["requestId"]);
  next();
};

/** Apollo refuses what is not a GraphQL request before any plugin runs; such an error gets its id, and is noted, here. */
export const identifyRefusals: RequestHandler = (_request, response, next) => {
  const send = response.send.bind(response);
  response.send = (body: unknown) => {
    const isRefusal = response.statusCode >= 400 && typeof body === "string" && body.startsWith("{");
    if (!isRefusal) return send(body);
    const requestId = String(response.locals["requestId"]);
    const answer = JSON.parse(body) as { errors?: { extensions?: Record<string, unknown> }[] };
    const errors = answer.errors?.map(error => ({ ...error, extensions: { ...error.extensions, requestId } }));
    notesOf(response).errors = codesOf(errors);
    return send(JSON.stringify({ ...answer, ...(errors && { errors }) }));
  };
  next();
};
