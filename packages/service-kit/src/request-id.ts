import { randomUUID } from "node:crypto";
import { headerOf, type HttpHandler, type HttpRequest } from "./http-handler";

// A client's own id helps it to find its request; one of digits only could be a number of somebody's.
const givenRequestId = /^(?=.*[A-Za-z])[\w.-]{8,64}$/;
const requestIdOf = (request: HttpRequest) => {
  const given = headerOf(request, "x-request-id");
  return given !== undefined && givenRequestId.test(given) ? given : randomUUID();
};

/** Gives each request its id: the client's own, or a new one. */
export const identify: HttpHandler = (request, response, next) => {
  const requestId = requestIdOf(request);
  response.locals["requestId"] = requestId;
  response.setHeader("x-request-id", requestId);
  next();
};
