// Clients of a gateway, in a process of their own, so that what they do does not keep the gateway from its work.
const { Agent, request } = require("node:http");
const { setTimeout: pause } = require("node:timers/promises");

const agent = new Agent({ keepAlive: true });
const ask = (url, query) =>
  new Promise((resolve, reject) => {
    const begunAt = performance.now();
    const sent = request(url, { method: "POST", agent, headers: { "content-type": "application/json" } }, response => {
      const parts = [];
      response.on("data", part => parts.push(part)).on("end", () => resolve({ ms: performance.now() - begunAt, text: Buffer.concat(parts).toString() }));
    });
    sent.on("error", reject).end(JSON.stringify({ query }));
  });

process.on("message", async ({ url, groups }) => {
  const results = groups.map(({ query, count, withinMs }) =>
    Promise.all(Array.from({ length: count }, async (_, index) => {
      await pause((index * withinMs) / count);
      return ask(url, query);
    })),
  );
  process.send(await Promise.all(results));
});
process.on("disconnect", () => process.exit());
