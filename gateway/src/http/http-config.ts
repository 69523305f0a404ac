import { isIP } from "node:net";
import { limitOrOff, origins } from "@huu-nghi/service-kit";
import { z } from "zod";
import type { TrustedProxies } from "./rate-limit";

/** What the gateway takes from whom over HTTP. Infinity where a limit is off. */
export interface HttpSettings {
  corsOrigins: readonly string[];
  maxBodyBytes: number;
  ratePerViewer: number;
  ratePerAddress: number;
  trustProxy: TrustedProxies;
  maxInFlight: number;
  maxEventLoopDelayMs: number;
  requestTimeoutMs: number;
  /** Whether equal queries of one viewer that are under way at the same time get one answer. */
  shareAnswers: boolean;
  drainMs: number;
  noticeMs: number;
  /** How long requests over standing connections are answered still when the process ends. */
  lingerMs: number;
}

export const defaultHttpSettings: HttpSettings = {
  corsOrigins: [],
  maxBodyBytes: 1_048_576,
  ratePerViewer: 6000,
  ratePerAddress: 6000,
  trustProxy: undefined,
  maxInFlight: 1000,
  maxEventLoopDelayMs: 500,
  requestTimeoutMs: 20_000,
  shareAnswers: false,
  drainMs: 15_000,
  noticeMs: 0,
  lingerMs: 0,
};

export const httpHelp = `What is taken from whom over HTTP (a number; limits also off)
  CORS_ORIGINS           browser origins that may send queries, separated by commas (none)
  MAX_BODY_BYTES         a request's body (1048576)
  RATE_LIMIT_PER_MINUTE  requests of one signed-in viewer (6000)
  RATE_LIMIT_ANONYMOUS_PER_MINUTE
                         requests from one address without a token; a whole office can have one address, and a load
                         test has one (6000)
  TRUST_PROXY            whose X-Forwarded-For names the client: how many proxies stand before the gateway, or their
                         addresses separated by commas (nobody's)
  MAX_IN_FLIGHT          requests at the same time; more are answered with 503 (1000)
  MAX_EVENT_LOOP_DELAY_MS  how far it may be behind with its work before it answers with 503 (500)
  REQUEST_TIMEOUT_SECONDS  how long a client may take to send a request (20)
  SHARE_ANSWERS          on: equal queries of one viewer that are under way at the same time get one answer (off)
  DRAIN_SECONDS          how long requests in flight may take when it ends (15)
  READINESS_NOTICE_SECONDS  how long it goes on listening when it ends, after /health/ready says so (0)
`;

const seconds = (most: number, least = 1) => {
  const form = `a time is a whole number of seconds, from ${least} to ${most}`;
  return z.coerce.number(form).int(form).min(least, form).max(most, form);
};

const named = ["loopback", "linklocal", "uniquelocal"];
const isProxy = (text: string) => {
  const [address = "", bits] = text.split("/");
  return named.includes(text) || (isIP(address) > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128))));
};
const proxies = z.string().transform((text, context): number | string[] => {
  if (/^[1-9]$/.test(text)) return Number(text);
  const addresses = text.split(",").map(each => each.trim()).filter(Boolean);
  if (addresses.length > 0 && addresses.every(isProxy)) return addresses;
  context.addIssue({ code: "custom", message: "the proxies are their number, from 1 to 9, or addresses such as 10.0.0.1 or 10.0.0.0/8 separated by commas" });
  return z.NEVER;
});

const standard = defaultHttpSettings;

export const httpVariables = {
  CORS_ORIGINS: origins.default([]),
  MAX_BODY_BYTES: limitOrOff.default(standard.maxBodyBytes),
  RATE_LIMIT_PER_MINUTE: limitOrOff.default(standard.ratePerViewer),
  RATE_LIMIT_ANONYMOUS_PER_MINUTE: limitOrOff.default(standard.ratePerAddress),
  TRUST_PROXY: proxies.optional(),
  MAX_IN_FLIGHT: limitOrOff.default(standard.maxInFlight),
  MAX_EVENT_LOOP_DELAY_MS: limitOrOff.default(standard.maxEventLoopDelayMs),
  REQUEST_TIMEOUT_SECONDS: seconds(600).default(standard.requestTimeoutMs / 1000),
  SHARE_ANSWERS: z.enum(["on", "off"]).default("off"),
  DRAIN_SECONDS: seconds(600).default(standard.drainMs / 1000),
  READINESS_NOTICE_SECONDS: seconds(600, 0).default(standard.noticeMs / 1000),
};
type HttpEnvironment = z.infer<z.ZodObject<typeof httpVariables>>;

// Long enough for a busy client to send what it sends next, and to learn by the answer that the connection ends.
const lingerMs = 1000;

export const httpSettingsOf = (settings: HttpEnvironment): HttpSettings => ({
  corsOrigins: settings.CORS_ORIGINS,
  maxBodyBytes: settings.MAX_BODY_BYTES,
  ratePerViewer: settings.RATE_LIMIT_PER_MINUTE,
  ratePerAddress: settings.RATE_LIMIT_ANONYMOUS_PER_MINUTE,
  trustProxy: settings.TRUST_PROXY,
  maxInFlight: settings.MAX_IN_FLIGHT,
  maxEventLoopDelayMs: settings.MAX_EVENT_LOOP_DELAY_MS,
  requestTimeoutMs: settings.REQUEST_TIMEOUT_SECONDS * 1000,
  shareAnswers: settings.SHARE_ANSWERS === "on",
  drainMs: settings.DRAIN_SECONDS * 1000,
  noticeMs: settings.READINESS_NOTICE_SECONDS * 1000,
  lingerMs,
});
