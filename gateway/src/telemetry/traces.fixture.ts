import { startAnswering } from "../fixtures/small-graph.fixture";

type Value = { stringValue?: string; intValue?: number | string; boolValue?: boolean; arrayValue?: { values: Value[] } };
interface Sent {
  traceId: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  kind: number;
  status: { code?: number };
  attributes: { key: string; value: Value }[];
}

const plain = ({ stringValue, intValue, boolValue, arrayValue }: Value): unknown => arrayValue?.values.map(plain) ?? stringValue ?? boolValue ?? Number(intValue);

/** Takes spans by OTLP over HTTP, as JSON. */
export const startCollector = async () => {
  const bodies: string[] = [];
  const server = await startAnswering((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
      bodies.push(Buffer.concat(chunks).toString());
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  return {
    url: server.url.replace("/graphql", ""),
    close: server.close,
    text: () => bodies.join("\n"),
    spans: () => bodies
      .flatMap(body => (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Sent[] }[] }[] }).resourceSpans)
      .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
      .map(({ attributes, ...span }) => ({ ...span, attributes: Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value)])) })),
  };
};

/** The packages of the tracing SDK that this process has loaded so far. */
export const loadedTracing = () => Object.keys(require.cache).filter(file => /@opentelemetry\/(sdk-trace\/|exporter-trace)/.test(file));
