import { isIPv6 } from "node:net";
import { Problem, refuse, type HttpHandler, type HttpRequest, type HttpResponse } from "@huu-nghi/service-kit";
import proxyAddress from "proxy-addr";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { viewerOf } from "../viewer/admission";

export interface RateLimits {
  /** Requests a minute of one signed-in viewer. */
  perViewer: number;
  /** Requests a minute from one address without a token, and of those with one that is not taken. */
  perAddress: number;
}

const minuteSeconds = 60;

// Some proxies write the port as well, which is another one with each connection.
const withPort = /^(?:\[([\da-f:.]+)\](?::\d+)?|([\d.]+):\d+)$/i;

/** Somebody with one IPv6 address has all those that begin alike. */
export const addressGroup = (given: string) => {
  const [, inBrackets, beforePort] = withPort.exec(given) ?? [];
  const address = inBrackets ?? beforePort ?? given;
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [front = "", back = ""] = address.split("%")[0]!.split("::");
  const groups = (part: string) => part.split(":").filter(Boolean);
  const missing = Math.max(0, 8 - groups(front).length - groups(back).length);
  const all = [...groups(front), ...Array.from({ length: missing }, () => "0"), ...groups(back)];
  return all.slice(0, 4).map(group => Number.parseInt(group, 16).toString(16)).join(":");
};

/** Which proxies' word is taken for a client's address: so many in a row, or those of these addresses; nobody's when it is not said. */
export type TrustedProxies = number | string[] | undefined;
const trusting = (proxies: TrustedProxies) => (Array.isArray(proxies) ? proxyAddress.compile(proxies) : (_address: string, hop: number) => hop < (proxies ?? 0));

const refuseFor = (response: HttpResponse, msBeforeNext: number) => {
  const retryAfter = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const problem = new Problem("RATE_LIMITED", `These are more requests than are taken in a minute. Ask again in ${retryAfter} s.`, { retryAfter });
  refuse(response.setHeader("retry-after", String(retryAfter)), 429, problem);
};

const pass: HttpHandler = (_request, _response, next) => next();
const limiterOf = (points: number) => (points === Infinity ? undefined : new RateLimiterMemory({ points, duration: minuteSeconds }));

/** Counts requests by the minute: those of a viewer, and those from an address where nobody is signed in. */
export class RateLimit {
  private readonly viewers: RateLimiterMemory | undefined;
  private readonly addresses: RateLimiterMemory | undefined;
  private readonly badTokens: RateLimiterMemory | undefined;
  private readonly isTrusted: (address: string, hop: number) => boolean;

  constructor({ perViewer, perAddress }: RateLimits, proxies?: TrustedProxies) {
    this.isTrusted = trusting(proxies);
    this.viewers = limiterOf(perViewer);
    this.addresses = limiterOf(perAddress);
    this.badTokens = limiterOf(perAddress);
  }

  private addressOf(request: HttpRequest) {
    // Of a client that has left already there is none, which the library's types do not say.
    const address = proxyAddress(request, this.isTrusted) as string | undefined;
    return addressGroup(address ?? "unknown");
  }

  /** Before a token is checked, which is work that a flood of bad ones would make. */
  get beforeAdmission(): HttpHandler {
    const { badTokens } = this;
    if (!badTokens) return pass;
    return async (request, response, next) => {
      if (request.headers.authorization === undefined) return next();
      const address = this.addressOf(request);
      const soFar = await badTokens.get(address);
      if (soFar && soFar.remainingPoints <= 0) return refuseFor(response, soFar.msBeforeNext);
      response.once("finish", () => {
        if (response.statusCode === 401) badTokens.consume(address).catch(() => undefined);
      });
      next();
    };
  }

  /** Once it is known who asks. */
  get afterAdmission(): HttpHandler {
    return async (request, response, next) => {
      const { id } = viewerOf(response.locals);
      const limiter = id === null ? this.addresses : this.viewers;
      if (!limiter) return next();
      try {
        await limiter.consume(id ?? this.addressOf(request));
      } catch (fault) {
        return refuseFor(response, (fault as RateLimiterRes).msBeforeNext);
      }
      next();
    };
  }
}
