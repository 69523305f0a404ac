import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { Drain } from "./drain";

it("waits for a request that hangs as long as it is told, which counts from the end of the listener", async () => {
  const http = createServer(() => undefined);
  const drain = new Drain(http, { lingerMs: 3000, graceMs: 200 });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const client = connect((http.address() as AddressInfo).port, "127.0.0.1");
  client.on("error", () => undefined).write("GET / HTTP/1.1\r\nhost: a\r\n\r\n");
  await once(http, "request");
  const begunAt = performance.now();
  await drain.end();
  expect(performance.now() - begunAt).toBeLessThan(2500);
});
