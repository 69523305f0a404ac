import { createHash, timingSafeEqual } from "node:crypto";
import { Problem, refuse } from "@huu-nghi/service-kit";
import type { Express } from "express";
import type { Metrics } from "./metrics";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** /metrics, for everybody, or for whoever has the token. */
export const metricsPage = (app: Express, metrics: Metrics, token: string | undefined) => {
  const wanted = token === undefined ? undefined : digest(`Bearer ${token}`);
  app.get("/metrics", (request, response, next) => {
    // Digests are equally long, so that their comparison tells nothing of the token.
    if (wanted && !timingSafeEqual(digest(request.get("authorization") ?? ""), wanted)) {
      return refuse(response.setHeader("www-authenticate", "Bearer"), 401, new Problem("UNAUTHENTICATED", "The metrics are for whoever has METRICS_TOKEN: send it as a bearer token.", {}));
    }
    metrics.text().then(text => void response.set("content-type", metrics.contentType).send(text), next);
  });
};
