import { randomUUID } from "node:crypto";
import { encodeViewer, sign, visitor } from "@huu-nghi/identity";
import { Pool } from "undici";
import { Breaker, type Pass } from "./breaker";
import { Bulkhead } from "./bulkhead";
import type { Exchange } from "./exchange";
import { maySet } from "./forwarded-headers";
import { connectionFault, isTrouble, LinkFault, type Outcome } from "./link-fault";
import type { LinkState, LinkTrace } from "./link-observer";
import type { SubgraphLinkOptions } from "./link-options";
import { abandoned, Flight, SharedRequests, type Reply } from "./shared-requests";
import { SubRequest, type Wire } from "./sub-request";
import { answerIn } from "./subgraph-answer";
import type { SubgraphAnswer, SubgraphConnection, SubgraphRequest } from "./subgraph-request";
import { SubgraphUnavailable } from "./subgraph-unavailable";

const spared = new LinkFault("breaker-open", "it failed too often just now");

const noHeaders: readonly string[] = [];

interface Ended {
  flight: Flight;
  request: SubgraphRequest;
  begunAt: number;
  fault: LinkFault | undefined;
  exchange?: Exchange | undefined;
  /** None for what was not sent. */
  pass?: Pass;
}

/** What the breaker learns. What never reached the subgraph tells nothing of it. */
const verdict = (pass: Pass, outcome: Outcome) => {
  if (isTrouble(outcome)) return pass.failed();
  if (outcome !== "aborted" && outcome !== "bulkhead-full") return pass.succeeded();
  if (pass.isProbe) pass.failed();
};

/**
 * The connection to one subgraph. Over it go the query, who asks, and the gateway's signature of both; no header of a
 * client does but those that the operator names. Whatever comes back that is not a GraphQL answer is the same to a client:
 * the division's part is missing, after the time it may take at the latest.
 */
export class SubgraphLink implements SubgraphConnection {
  readonly #wire: Wire;
  readonly #breaker: Breaker;
  readonly #shared = new SharedRequests();

  constructor(private readonly options: SubgraphLinkOptions) {
    const { division, url, timeoutMs, maxBytes, connections, queue, breakerFailures, breakerOpenMs, observer, log } = options;
    const { origin, pathname, search } = new URL(url);
    // The time of a request is counted from its beginning, so the library's own clocks, which count from part to part, rest.
    const clocks = { headersTimeout: 0, bodyTimeout: 0, connect: { timeout: timeoutMs }, keepAliveMaxTimeout: 30_000 };
    const pool = new Pool(origin, { connections, pipelining: 1, ...clocks });
    this.#wire = { pool, bulkhead: new Bulkhead(connections, queue), path: pathname + search, timeoutMs, maxBytes };
    this.#breaker = new Breaker({
      failures: breakerFailures,
      openMs: breakerOpenMs,
      onState: state => {
        observer?.onBreaker?.(division, state);
        if (state === "open") log.warn({ division }, "a division failed too often and is left alone for a while");
        if (state === "closed") log.info({ division }, "a division answers again");
      },
    });
  }

  get state(): LinkState {
    const { bulkhead } = this.#wire;
    return { division: this.options.division, breaker: this.#breaker.state, inFlight: bulkhead.running, waiting: bulkhead.waiting };
  }

  async ask(request: SubgraphRequest): Promise<SubgraphAnswer> {
    const { willSendRequest, didReceiveResponse, observer, division } = this.options;
    const { context } = request;
    const forwarded = context?.forwarded ?? noHeaders;
    const trace = observer?.onAsk?.(division, request);
    try {
      const headers = willSendRequest ? await this.#altered(request, forwarded) : forwarded;
      const reply = await this.#reply(request, headers, trace);
      if (didReceiveResponse) await didReceiveResponse({ division, ...reply, context });
      trace?.ended("ok");
      return reply.answer;
    } catch (error) {
      trace?.ended(connectionFault(error).outcome);
      this.#tell(error, request);
      throw new SubgraphUnavailable(division);
    }
  }

  /** Takes no more requests; those under way are finished. */
  async close(): Promise<void> {
    await this.#wire.pool.close();
  }

  async #altered(request: SubgraphRequest, forwarded: readonly string[]) {
    const headers: Record<string, string> = {};
    for (let index = 0; index < forwarded.length; index += 2) headers[forwarded[index]!] = forwarded[index + 1]!;
    await this.options.willSendRequest!({ division: this.options.division, request, headers, context: request.context });
    return Object.entries(headers).flatMap(([name, value]) => (maySet(name.toLowerCase()) ? [name.toLowerCase(), value] : []));
  }

  #reply(request: SubgraphRequest, headers: readonly string[], trace: LinkTrace | undefined): Promise<Reply> {
    const { shareInFlight, observer, division } = this.options;
    // Whom a trace follows changes no answer, so it does not keep others from joining.
    const sent = trace ? [...headers, ...trace.headers] : headers;
    return new Promise((resolve, reject) => {
      const departure = request.context?.departure;
      const waiter = { resolve, reject, departure, readOnly: request.readOnly === true };
      if (departure?.hasLeft) return reject(abandoned);
      if (!shareInFlight || request.kind !== "query") {
        const flight = new Flight(request.body, "");
        flight.join(waiter);
        return this.#launch(flight, request, sent);
      }
      const viewer = encodeViewer(request.context?.viewer ?? visitor);
      const identity = headers.length === 0 ? viewer : JSON.stringify([viewer, ...headers]);
      const known = this.#shared.find(request.body, identity);
      const flight = known ?? new Flight(request.body, identity);
      flight.join(waiter);
      if (known) {
        trace?.shared();
        return observer?.onShared?.(division);
      }
      this.#shared.add(flight);
      this.#launch(flight, request, sent);
    });
  }

  #launch(flight: Flight, request: SubgraphRequest, headers: readonly string[]) {
    const begunAt = performance.now();
    const pass = this.#breaker.enter();
    if (!pass) return this.#end({ flight, request, begunAt, fault: spared });
    const body = Buffer.from(request.body);
    const repeatable = request.kind === "query" || request.repeatable === true;
    const toSend = { body, repeatable, headers: () => this.#headersOf(request, body, headers) };
    const subRequest = new SubRequest(this.#wire, toSend, (fault, exchange) => this.#end({ flight, request, begunAt, fault, exchange, pass }));
    // What finds out whether the subgraph is back does so also when its client leaves; and nobody else waits for it.
    if (pass.isProbe) this.#shared.remove(flight);
    else flight.deserted = () => subRequest.end(abandoned);
    subRequest.start();
  }

  #end({ flight, request, begunAt, fault: failed, exchange, pass }: Ended) {
    const { division, observer } = this.options;
    if (request.kind === "mutation") this.#shared.clear();
    else this.#shared.remove(flight);
    const reply = failed ?? this.#read(exchange!, request);
    const fault = reply instanceof LinkFault ? reply : undefined;
    observer?.onCall?.({ division, ms: performance.now() - begunAt, outcome: fault?.outcome ?? "ok" });
    if (pass) verdict(pass, fault?.outcome ?? "ok");
    if (reply instanceof LinkFault) flight.fail(reply);
    else flight.land(reply);
  }

  #read({ status, headers, text }: Exchange, { entities }: SubgraphRequest): Reply | LinkFault {
    try {
      const answer = answerIn(this.options.division, status, text, entities);
      // A header that comes twice is a list.
      answer.cacheControl = String(headers["cache-control"] ?? "");
      return { answer, status, headers };
    } catch (error) {
      return connectionFault(error);
    }
  }

  #headersOf({ context }: SubgraphRequest, body: Buffer, headers: readonly string[]): string[] {
    const { keys } = this.options;
    const { requestId, viewer } = context ?? { requestId: randomUUID(), viewer: visitor };
    const all = ["content-type", "application/json", "accept", "application/json", ...headers];
    if (!keys) all.push("x-request-id", requestId);
    else for (const [name, value] of Object.entries(sign({ method: "POST", path: this.#wire.path, requestId, body, viewer }, keys.signing()))) all.push(name, value);
    return all;
  }

  #tell(error: unknown, { context }: SubgraphRequest) {
    const { division, log } = this.options;
    const requestId = context?.requestId;
    if (!(error instanceof LinkFault)) return log.error({ division, requestId, err: error }, "a request to a division met a fault");
    const facts = { division, requestId, reason: error.message };
    if (error.outcome === "unauthorized") log.error(facts, "a division does not know this gateway: none of its data are shown until that is mended");
    // Of these there can be as many as there are requests, and they tell nothing of this one.
    else if (error === spared || error === abandoned) log.debug(facts, "a division is not asked");
    else log.warn(facts, "a division does not answer");
  }
}
