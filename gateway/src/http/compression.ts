import type { HttpHandler } from "@huu-nghi/service-kit";
import compression from "compression";

const smallestBytes = 1024;

/** Compresses larger answers for clients that can take it, and does nothing at all for the others. */
export const compressAnswers = (): HttpHandler => {
  const compress = compression({ threshold: smallestBytes }) as unknown as HttpHandler;
  return (request, response, next) => {
    if (request.headers["accept-encoding"] !== undefined && request.headers["accept-encoding"] !== "identity") return compress(request, response, next);
    if (request.method === "GET") response.appendHeader("vary", "accept-encoding");
    next();
  };
};
