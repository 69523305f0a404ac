import type { Express } from "express";
import { OperatorFault } from "./config";
import type { Log } from "./log";

/** Why a process cannot do all of its work just now, in words for whoever may see its health page. */
export class NotReady extends OperatorFault {}

export interface Health {
  log: Log;
  isEnding: () => boolean;
  /** Resolves when a query can be answered; rejects with the reason when not, which only a `NotReady` shows outside. */
  ready: () => Promise<unknown>;
}

/** /health/live and /health/ready, for whoever starts processes and sends requests to them. */
export const healthPages = (app: Express, { log, isEnding, ready }: Health) => {
  app.get("/health/live", (_request, response) => void response.json({ status: "live" }));
  app.get("/health/ready", (_request, response, next) => {
    const answer = isEnding() ? Promise.reject(new OperatorFault("It is ending.")) : ready();
    answer
      .then(() => response.json({ status: "ready" }))
      .catch((error: unknown) => {
        log.warn({ err: error }, "not ready");
        response.status(503).json({ status: isEnding() ? "draining" : "not ready", ...(error instanceof NotReady && { reason: error.message }) });
      })
      .catch(next);
  });
};
