import { httpUrl } from "@huu-nghi/service-kit";
import { z } from "zod";

export interface MetricsSettings {
  /** Whoever reads them has to have it; without it everybody may. */
  token?: string | undefined;
}

export interface TraceSettings {
  /** Where spans are sent, by OTLP over HTTP as JSON. */
  url: string;
  serviceName: string;
  /** How many of the requests that nobody traces yet are traced, from 0 to 1. */
  share: number;
}

export const telemetryHelp = `What is told of its work
  METRICS                on or off: /metrics for Prometheus (on; in production only with METRICS=on or a token)
  METRICS_TOKEN          who reads /metrics has to send it as a bearer token; at least 16 characters (none)
  TRACES                 on or off: OpenTelemetry spans of requests, without documents, variables or viewers (off,
                         unless an address is set)
  OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT
                         where spans are sent, by OTLP over HTTP as JSON (http://127.0.0.1:4318); headers for it
                         stand in OTEL_EXPORTER_OTLP_HEADERS
  OTEL_SERVICE_NAME      what the gateway is called there (gateway)
  OTEL_TRACES_SAMPLER_ARG  how many requests are traced, from 0 to 1; one whose client is traced is as the client says (1)
`;

const onOrOff = z.enum(["on", "off"], { message: "it is on or off" });

export const telemetryVariables = {
  METRICS: onOrOff.optional(),
  METRICS_TOKEN: z.string().regex(/^[\x21-\x7e]{16,}$/, "a token has at least 16 characters, without spaces").optional(),
  TRACES: onOrOff.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpUrl.optional(),
  OTEL_SERVICE_NAME: z.string().default("gateway"),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number("a share is a number from 0 to 1").min(0, "a share is a number from 0 to 1").max(1, "a share is a number from 0 to 1").default(1),
  OTEL_SDK_DISABLED: z.string().optional(),
};
type TelemetryEnvironment = z.infer<z.ZodObject<typeof telemetryVariables>>;

export const metricsSettingsOf = ({ METRICS, METRICS_TOKEN: token }: TelemetryEnvironment, production: boolean): MetricsSettings | undefined => {
  const isOn = METRICS === undefined ? !production || token !== undefined : METRICS === "on";
  return isOn ? { token } : undefined;
};

export const traceSettingsOf = (settings: TelemetryEnvironment): TraceSettings | undefined => {
  const { TRACES, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: tracesEndpoint } = settings;
  const isOn = TRACES === undefined ? (tracesEndpoint ?? endpoint) !== undefined : TRACES === "on";
  if (!isOn || settings.OTEL_SDK_DISABLED === "true") return undefined;
  const url = tracesEndpoint ?? `${(endpoint ?? "http://127.0.0.1:4318").replace(/\/+$/, "")}/v1/traces`;
  return { url, serviceName: settings.OTEL_SERVICE_NAME, share: settings.OTEL_TRACES_SAMPLER_ARG };
};
