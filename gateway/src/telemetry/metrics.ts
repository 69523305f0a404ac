import { notesOf, problemCodes, type HttpHandler } from "@huu-nghi/service-kit";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { OperationCounts } from "../operation/operation-counts";
import type { Outcome } from "../subgraph/link-fault";
import type { LinkObserver, LinkState } from "../subgraph/link-observer";
import type { SupergraphObserver } from "../supergraph/supergraph-observer";

export interface Measured {
  counts: OperationCounts;
  /** Of the divisions that the supergraph names now. */
  links: () => LinkState[];
}

// From a light query over in-flight sharing to the time that a division may take at most by default, and above.
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const seconds = (ms: number) => ms / 1000;

const breakerStates = ["closed", "open", "half-open"] as const;
const knownCodes = new Set<string>(problemCodes);
const codeOf = (code: string) => (knownCodes.has(code) ? code : "other");
// As proxies write it when a client has left.
const statusOfLeaving = "499";

/**
 * What a collector of Prometheus reads. Every label has few values, none of them chosen by a client: a name of an operation
 * or of a viewer would make a new series each time, and tell of persons.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Counter({ name: "gateway_requests_total", help: "Requests to /graphql by operation type, HTTP status (499: the client left) and the first error's code, or ok.", labelNames: ["type", "status", "code"] as const, registers: [this.#registry] });
  readonly #durations = new Histogram({ name: "gateway_request_duration_seconds", help: "How long requests to /graphql took.", labelNames: ["type"] as const, buckets, registers: [this.#registry] });
  readonly #underWay = new Gauge({ name: "gateway_requests_in_flight", help: "Requests to /graphql that are being answered.", registers: [this.#registry] });
  readonly #errors = new Counter({ name: "gateway_errors_total", help: "Answers that held an error of this code.", labelNames: ["code"] as const, registers: [this.#registry] });
  readonly #calls = new Counter({ name: "gateway_subgraph_requests_total", help: "Requests to a division by how they ended: ok, or the kind of failure.", labelNames: ["division", "outcome"] as const, registers: [this.#registry] });
  readonly #callDurations = new Histogram({ name: "gateway_subgraph_request_duration_seconds", help: "How long divisions took.", labelNames: ["division"] as const, buckets, registers: [this.#registry] });
  readonly #shared = new Counter({ name: "gateway_subgraph_requests_shared_total", help: "Requests that were answered by an equal one already under way.", labelNames: ["division"] as const, registers: [this.#registry] });
  readonly #breakerChanges = new Counter({ name: "gateway_subgraph_breaker_changes_total", help: "How often a division's breaker came into a state.", labelNames: ["division", "state"] as const, registers: [this.#registry] });
  readonly #reloads = new Counter({ name: "gateway_supergraph_reloads_total", help: "Changed supergraphs that were taken over, and refused.", labelNames: ["outcome"] as const, registers: [this.#registry] });
  readonly #loadedAt = new Gauge({ name: "gateway_supergraph_loaded_timestamp_seconds", help: "When the supergraph that serves was loaded.", registers: [this.#registry] });
  readonly #isGood = new Gauge({ name: "gateway_supergraph_file_good", help: "1 when the supergraph file is the one that serves; 0 when it was refused and the one before serves on.", registers: [this.#registry] });

  constructor(measured: Measured) {
    collectDefaultMetrics({ register: this.#registry });
    this.#measureLinks(measured.links);
    this.#measureOperations(measured.counts);
    for (const outcome of ["taken", "refused"]) this.#reloads.inc({ outcome }, 0);
    this.#isGood.set(1);
    this.#loadedAt.setToCurrentTime();
  }

  get contentType() {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  close() {
    this.#registry.clear();
  }

  readonly count: HttpHandler = (_request, response, next) => {
    const begunAt = performance.now();
    this.#underWay.inc();
    response.once("close", () => {
      const { type = "unknown", errors } = notesOf(response);
      const codes = new Set(errors.map(codeOf));
      const [first = "ok"] = codes;
      this.#underWay.dec();
      this.#requests.inc({ type, status: response.writableFinished ? String(response.statusCode) : statusOfLeaving, code: first });
      this.#durations.observe({ type }, seconds(performance.now() - begunAt));
      for (const code of codes) this.#errors.inc({ code });
    });
    next();
  };

  readonly links: LinkObserver = {
    onCall: ({ division, ms, outcome }) => {
      this.#calls.inc({ division, outcome });
      if (wasSent(outcome)) this.#callDurations.observe({ division }, seconds(ms));
    },
    onShared: division => this.#shared.inc({ division }),
    onBreaker: (division, state) => this.#breakerChanges.inc({ division, state }),
  };

  readonly supergraphs: SupergraphObserver = {
    onTaken: () => {
      this.#reloads.inc({ outcome: "taken" });
      this.#loadedAt.setToCurrentTime();
      this.#isGood.set(1);
    },
    onRefused: () => {
      this.#reloads.inc({ outcome: "refused" });
      this.#isGood.set(0);
    },
    onMended: () => this.#isGood.set(1),
  };

  #measureLinks(links: () => LinkState[]) {
    const registers = [this.#registry];
    const gauge = (name: string, help: string, of: (state: LinkState) => number) =>
      new Gauge({
        ...{ name, help, registers, labelNames: ["division"] as const },
        collect() {
          this.reset();
          for (const state of links()) this.set({ division: state.division }, of(state));
        },
      });
    gauge("gateway_subgraph_in_flight", "Requests on the wire to a division.", ({ inFlight }) => inFlight);
    gauge("gateway_subgraph_waiting", "Requests that wait for a place on the wire.", ({ waiting }) => waiting);
    new Gauge({
      ...{ name: "gateway_subgraph_breaker_state", help: "1 for the state in which a division's breaker is.", registers, labelNames: ["division", "state"] as const },
      collect() {
        this.reset();
        for (const { division, breaker } of links()) for (const state of breakerStates) this.set({ division, state }, state === breaker ? 1 : 0);
      },
    });
  }

  #measureOperations(counts: OperationCounts) {
    const registers = [this.#registry];
    new Counter({
      ...{ name: "gateway_operations_total", help: "Operations that were found compiled, compiled when they were asked for, and compiled ahead for a new supergraph.", registers, labelNames: ["outcome"] as const },
      collect() {
        this.reset();
        this.inc({ outcome: "found" }, counts.found);
        this.inc({ outcome: "compiled" }, counts.compiled);
        this.inc({ outcome: "compiled-ahead" }, counts.compiledAhead);
      },
    });
    new Gauge({
      ...{ name: "gateway_operations_known", help: "Compiled operations of the supergraph that serves.", registers },
      collect() {
        this.set(counts.known());
      },
    });
  }
}

const unsent: readonly Outcome[] = ["breaker-open", "bulkhead-full"];
const wasSent = (outcome: Outcome) => !unsent.includes(outcome);
