import { SignatureCheck, type KeyRing, type Viewer } from "@huu-nghi/identity";
import { headerOf, Problem, refuse, type HttpHandler, type Log } from "@huu-nghi/service-kit";
import express from "express";

/** What the gateway signed. */
export const viewerOf = (locals: Record<string, unknown>): Viewer => locals["viewer"] as Viewer;

const check = (keys: KeyRing, log: Log): HttpHandler => {
  const signatures = new SignatureCheck(keys);
  return (request, response, next) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const found = signatures.check({ method: request.method!, path: request.url!, body, header: name => headerOf(request, name) });
    if ("viewer" in found) {
      response.locals["viewer"] = found.viewer;
      return next();
    }
    log.warn({ requestId: response.locals["requestId"], fault: found.fault }, "a request was not the gateway's");
    // Which of its parts was wrong would help only somebody who tries to make one up.
    refuse(response, 401, new Problem("UNAUTHENTICATED", "This subgraph answers its gateway only; ask there, or call it by npm run ask."));
  };
};

const read: HttpHandler = (request, _response, next) => {
  if (!Buffer.isBuffer(request.body)) return next();
  try {
    request.body = JSON.parse(request.body.toString()) as unknown;
    next();
  } catch {
    next(Object.assign(new Error("not JSON"), { status: 400, type: "entity.parse.failed" }));
  }
};

// What a client may send to the gateway, and beside it the keys of all the records that one request joins.
const largestBody = "4mb";

/** Lets nobody in but the gateway. The signature covers the body's bytes, so these are read before anything is made of them. */
export const onlyGateway = (keys: KeyRing, log: Log): HttpHandler[] => [express.raw({ type: () => true, limit: largestBody }) as HttpHandler, check(keys, log), read];
