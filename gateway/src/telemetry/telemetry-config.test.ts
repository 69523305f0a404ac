import { parseConfig } from "@huu-nghi/service-kit";
import { z } from "zod";
import { metricsSettingsOf, telemetryVariables, traceSettingsOf } from "./telemetry-config";

const read = (env: NodeJS.ProcessEnv) => parseConfig(z.object(telemetryVariables), env);
const token = "0123456789abcdef";

describe("metrics", () => {
  const metrics = (env: NodeJS.ProcessEnv, production: boolean) => metricsSettingsOf(read(env), production);

  it("are open to everybody, but not in production", () => {
    expect(metrics({}, false)).toEqual({});
    expect(metrics({}, true)).toBeUndefined();
    expect(metrics({ METRICS: "on" }, true)).toEqual({});
    expect(metrics({ METRICS: "off", METRICS_TOKEN: token }, false)).toBeUndefined();
  });

  it("are for a token's holder where there is one, in production too", () => {
    for (const production of [true, false]) expect(metrics({ METRICS_TOKEN: token }, production)).toEqual({ token });
    expect(() => read({ METRICS_TOKEN: "short" })).toThrow("METRICS_TOKEN is set: a token has at least 16 characters");
  });
});

describe("traces", () => {
  const traces = (env: NodeJS.ProcessEnv) => traceSettingsOf(read(env));

  it("are off unless they or an address for them are wanted", () => {
    expect([{}, { TRACES: "off", OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318" }, { TRACES: "on", OTEL_SDK_DISABLED: "true" }].map(traces)).toEqual([undefined, undefined, undefined]);
    expect(traces({ TRACES: "on" })).toEqual({ url: "http://127.0.0.1:4318/v1/traces", serviceName: "gateway", share: 1 });
  });

  it("go to the address that is theirs, or to all signals'", () => {
    expect(traces({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318/" })?.url).toBe("http://collector:4318/v1/traces");
    expect(traces({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318", OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "http://traces/here" })?.url).toBe("http://traces/here");
    expect(traces({ TRACES: "on", OTEL_SERVICE_NAME: "people", OTEL_TRACES_SAMPLER_ARG: "0.1" })).toMatchObject({ serviceName: "people", share: 0.1 });
    expect(() => read({ OTEL_TRACES_SAMPLER_ARG: "2" })).toThrow("OTEL_TRACES_SAMPLER_ARG");
  });
});
