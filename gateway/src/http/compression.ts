import compression from "compression";
import type { RequestHandler } from "express";

const smallestBytes = 1024;

/** Compresses larger answers for clients that can take it, and does nothing at all for the others. */
export const compressAnswers = (): RequestHandler => {
  const compress = compression({ threshold: smallestBytes });
  return (request, response, next) => {
    if (request.headers["accept-encoding"] !== undefined && request.headers["accept-encoding"] !== "identity") return compress(request, response, next);
    if (request.method === "GET") response.vary("accept-encoding");
    next();
  };
};
