import { parseConfig } from "@huu-nghi/service-kit";
import { z } from "zod";
import { operationLimitsOf, operationLimitVariables } from "../limits/limit-config";
import { httpSettingsOf, httpVariables } from "./http-config";

const http = (env: NodeJS.ProcessEnv) => httpSettingsOf(parseConfig(z.object(httpVariables), env));
const limits = (env: NodeJS.ProcessEnv) => operationLimitsOf(parseConfig(z.object(operationLimitVariables), env));

describe("a limit", () => {
  it.each([
    ["7", 7],
    ["off", Infinity],
    ["100000000", 100_000_000],
  ])("can be %s", (text, limit) => {
    const names = ["MAX_TOKENS", "MAX_DEPTH", "MAX_ALIASES", "MAX_DIRECTIVES", "MAX_REPEATED_FIELDS", "MAX_SELECTIONS", "MAX_PAGE_SIZE", "MAX_COST"];
    expect(new Set(Object.values(limits(Object.fromEntries(names.map(name => [name, text])))))).toEqual(new Set([limit]));
    expect(http({ MAX_BODY_BYTES: text, RATE_LIMIT_PER_MINUTE: text, RATE_LIMIT_ANONYMOUS_PER_MINUTE: text, MAX_IN_FLIGHT: text, MAX_EVENT_LOOP_DELAY_MS: text })).toMatchObject({
      ...{ maxBodyBytes: limit, ratePerViewer: limit, ratePerAddress: limit, maxInFlight: limit, maxEventLoopDelayMs: limit },
    });
  });

  it.each(["0", "-1", "1.5", "none", "1e3", "99999999999999999999"])("cannot be %s", text => {
    expect(() => limits({ MAX_DEPTH: text })).toThrow(`MAX_DEPTH is "${text}": a limit is a whole number from 1 on, or off`);
  });
});

describe("proxies", () => {
  it.each<[string, number | string[]]>([
    ["1", 1],
    ["10.0.0.1", ["10.0.0.1"]],
    ["10.0.0.0/8, ::1, loopback", ["10.0.0.0/8", "::1", "loopback"]],
  ])("can be %s", (text, proxies) => expect(http({ TRUST_PROXY: text }).trustProxy).toEqual(proxies));

  it.each(["true", "0", "10", "proxy.example", "10.0.0.0/33", "10.0.0.1/x"])("cannot be %s", text => expect(() => http({ TRUST_PROXY: text })).toThrow("TRUST_PROXY"));

  it("are nobody unless they are set", () => expect(http({}).trustProxy).toBeUndefined());
});

it("times are told in seconds", () => {
  expect(http({ REQUEST_TIMEOUT_SECONDS: "5", DRAIN_SECONDS: "7", READINESS_NOTICE_SECONDS: "0" })).toMatchObject({ requestTimeoutMs: 5000, drainMs: 7000, noticeMs: 0 });
  expect(() => http({ DRAIN_SECONDS: "0" })).toThrow("DRAIN_SECONDS");
});
