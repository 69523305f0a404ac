import { monitorEventLoopDelay } from "node:perf_hooks";
import { NotReady, Problem, refuse, type HttpHandler } from "@huu-nghi/service-kit";

export interface OverloadLimits {
  /** Requests that are answered at the same time. */
  maxInFlight: number;
  /** By how much this process may be behind with its work. */
  maxDelayMs: number;
}

const resolutionMs = 10;
const windowMs = 500;
// One piece of work that takes long, such as to take over a schema, is over before it could be helped.
const manyWindows = 2;
const retryAfterSeconds = 1;

/** Sends requests away while there is more to do than can be done, so that those which are taken are answered in time. */
export class Overload {
  private inFlight = 0;
  private lateWindows = 0;
  private readonly histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  private readonly sampling: NodeJS.Timeout;

  constructor(private readonly limits: OverloadLimits) {
    this.histogram.enable();
    this.sampling = setInterval(() => this.sample(), windowMs).unref();
  }

  private sample() {
    const meanMs = this.histogram.count > 0 ? this.histogram.mean / 1e6 : 0;
    this.lateWindows = meanMs - resolutionMs > this.limits.maxDelayMs ? this.lateWindows + 1 : 0;
    this.histogram.reset();
  }

  /** Why no more is taken now; nothing when more is. */
  get reason(): string | undefined {
    if (this.inFlight >= this.limits.maxInFlight) return "as many requests as it takes are in flight";
    if (this.lateWindows >= manyWindows) return "it is behind with its work";
    return undefined;
  }

  readonly shed: HttpHandler = (_request, response, next) => {
    const { reason } = this;
    if (reason !== undefined) {
      const problem = new Problem("OVERLOADED", `The gateway has too much to do now: ${reason}. Ask again in a moment.`, { retryAfter: retryAfterSeconds });
      return refuse(response.setHeader("retry-after", String(retryAfterSeconds)), 503, problem);
    }
    this.inFlight++;
    response.once("close", () => void this.inFlight--);
    next();
  };

  /** For the health page. */
  refuseReadiness() {
    const { reason } = this;
    if (reason !== undefined) throw new NotReady(`The gateway has too much to do: ${reason}.`);
  }

  close() {
    clearInterval(this.sampling);
    this.histogram.disable();
  }
}
