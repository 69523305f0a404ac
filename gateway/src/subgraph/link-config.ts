import { timeoutMs } from "@huu-nghi/service-kit";
import { z } from "zod";
import { mayForward } from "./forwarded-headers";
import { defaultLimits, type LinkLimits } from "./link-options";

export const linkHelp = `How subgraphs are asked
  SUBGRAPH_TIMEOUT_MS    how long a subgraph may take for a whole answer (2000)
  SUBGRAPH_MAX_BYTES     how large its answer may be (10000000)
  SUBGRAPH_CONNECTIONS   how many requests to one subgraph may be on the wire at once (128)
  SUBGRAPH_QUEUE         how many more may wait for that; others get an error at once (1024)
  SUBGRAPH_BREAKER_FAILURES  after so many failures in a row it is left alone (5)
  SUBGRAPH_BREAKER_OPEN_MS   for so long, before one request tries again (1000)
  SHARE_IN_FLIGHT        on or off: equal queries of one viewer at the same time go as one (on)
  FORWARD_HEADERS        names of clients' headers that go on to subgraphs, separated by commas (none)
`;

const counted = (what: string, least = 1) => z.coerce.number(what).int(what).min(least, what).max(1_000_000_000, what);

const forwardHeaders = z
  .string()
  .transform(text => text.split(",").map(name => name.trim().toLowerCase()).filter(Boolean))
  .refine(names => names.every(mayForward), "names of headers, separated by commas; not those by which a subgraph knows who asks, nor those of a connection");

export const linkVariables = {
  SUBGRAPH_TIMEOUT_MS: timeoutMs.default(defaultLimits.timeoutMs),
  SUBGRAPH_MAX_BYTES: counted("a size is a whole number of bytes").default(defaultLimits.maxBytes),
  SUBGRAPH_CONNECTIONS: counted("at least one connection").default(defaultLimits.connections),
  SUBGRAPH_QUEUE: counted("a number of requests, 0 for none", 0).default(defaultLimits.queue),
  SUBGRAPH_BREAKER_FAILURES: counted("at least one failure").default(defaultLimits.breakerFailures),
  SUBGRAPH_BREAKER_OPEN_MS: timeoutMs.default(defaultLimits.breakerOpenMs),
  SHARE_IN_FLIGHT: z.enum(["on", "off"], { message: "SHARE_IN_FLIGHT is on or off" }).default(defaultLimits.shareInFlight ? "on" : "off"),
  FORWARD_HEADERS: forwardHeaders.default([]),
};

export const linkLimitsOf = (settings: z.infer<z.ZodObject<typeof linkVariables>>): LinkLimits => ({
  timeoutMs: settings.SUBGRAPH_TIMEOUT_MS,
  maxBytes: settings.SUBGRAPH_MAX_BYTES,
  connections: settings.SUBGRAPH_CONNECTIONS,
  queue: settings.SUBGRAPH_QUEUE,
  breakerFailures: settings.SUBGRAPH_BREAKER_FAILURES,
  breakerOpenMs: settings.SUBGRAPH_BREAKER_OPEN_MS,
  shareInFlight: settings.SHARE_IN_FLIGHT === "on",
});
