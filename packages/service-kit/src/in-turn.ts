import type { RequestHandler } from "express";

/** Handlers one after the other as one: the router, which looks at path and method for each of them, is asked once. */
export const inTurn =
  (handlers: readonly RequestHandler[]): RequestHandler =>
  (request, response, done) => {
    let at = 0;
    const next = (fault?: unknown): void => {
      const handler = handlers[at++];
      if (fault !== undefined || !handler) return done(fault);
      try {
        const ended: unknown = handler(request, response, next);
        if (ended instanceof Promise) ended.catch(next);
      } catch (error) {
        next(error);
      }
    };
    next();
  };
