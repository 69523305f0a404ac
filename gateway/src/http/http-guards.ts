import { defaultBodyLimitBytes, type GraphqlService, type HttpHandler } from "@huu-nghi/service-kit";
import cors from "cors";
import type { GatewayContext } from "../gateway-context";
import { compressAnswers } from "./compression";
import { defaultHttpSettings, type HttpSettings } from "./http-config";
import { Overload } from "./overload";
import { refuseOtherForms, takeGets } from "./protocol";
import { RateLimit } from "./rate-limit";
import { shareAnswers } from "./shared-answers";

type Served = Pick<GraphqlService<GatewayContext>, "everyAnswer" | "admit" | "ready" | "aroundAnswers" | "bodyLimitBytes" | "slowClients" | "drain">;

export interface HttpGuards {
  /** How GraphQL is served, with what stands before a request is read. */
  served: Served;
  /** Who asks, found out under the limits of addresses; for pages that are not for everybody. */
  identify: HttpHandler[];
  close: () => void;
}

export interface Guarded {
  /** Finds out who asks. */
  admission: HttpHandler;
  /** Whether queries can be answered. */
  ready: () => Promise<unknown>;
  /** Names of the headers that go on to subgraphs, and so can change an answer. */
  forwardHeaders: readonly string[];
}

const crossOrigin = (origins: readonly string[]): HttpHandler[] =>
  origins.length > 0 ? [cors({ origin: [...origins], exposedHeaders: ["x-request-id", "retry-after"], maxAge: 600 })] : [];

/** The gateway's HTTP side in the order of a request's way: too many, too often, who, how large. */
export const httpGuards = (given: Partial<HttpSettings>, { admission, ready, forwardHeaders }: Guarded): HttpGuards => {
  const settings = { ...defaultHttpSettings, ...given };
  const { corsOrigins, maxBodyBytes = defaultBodyLimitBytes, requestTimeoutMs } = settings;
  const overload = new Overload({ maxInFlight: settings.maxInFlight, maxDelayMs: settings.maxEventLoopDelayMs });
  const rates = new RateLimit({ perViewer: settings.ratePerViewer, perAddress: settings.ratePerAddress }, settings.trustProxy);
  return {
    served: {
      everyAnswer: [...crossOrigin(corsOrigins), takeGets, compressAnswers()],
      admit: [overload.shed, rates.beforeAdmission, admission, rates.afterAdmission, refuseOtherForms],
      ready: async () => {
        overload.refuseReadiness();
        return ready();
      },
      ...(settings.shareAnswers && { aroundAnswers: shareAnswers(forwardHeaders) }),
      bodyLimitBytes: maxBodyBytes,
      slowClients: { headersMs: Math.min(10_000, requestTimeoutMs), requestMs: requestTimeoutMs },
      drain: { noticeMs: settings.noticeMs, lingerMs: settings.lingerMs, graceMs: settings.drainMs },
    },
    identify: [rates.beforeAdmission, admission],
    close: () => overload.close(),
  };
};
