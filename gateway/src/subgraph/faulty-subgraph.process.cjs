// A subgraph that misbehaves on command: a process of its own, so that it can be killed, and its sockets are real.
const { createServer } = require("node:http");

const [role, port] = process.argv.slice(2);
const hosts = ["Lan", "Minh"].map((name, index) => ({ __typename: "Host", id: String(index + 1), name }));
const whole = representations => ({
  ...(role === "hosts" && { host: hosts[0], hosts }),
  ...(role === "visits" && { visitCount: 3, visits: { __typename: "Visits", total: 3 }, noteVisit: 1, noteBare: 1 }),
  ...(representations && { _entities: representations.map(({ id }) => ({ __typename: "Host", id, guests: [`guest of ${id}`] })) }),
});
const secret = "relation host at http://10.0.0.7:4001";
const page = `<html><body>${secret}</body></html>`;

let how = { as: "well" };
const nothing = () => ({ asked: [], headers: [], left: 0, sentBytes: 0 });
let told = nothing();
const json = { "content-type": "application/json" };

const send = (response, status, headers, text) => response.writeHead(status, headers).end(text);
const drip = (response, write) => {
  const timer = setInterval(write, 50);
  response.on("close", () => clearInterval(timer));
};

const behaviours = {
  well: (response, text) => send(response, 200, { ...json, ...how.headers }, text),
  late: (response, text) => setTimeout(() => send(response, 200, json, text), how.ms),
  hang: () => undefined,
  "slow-headers": response => {
    response.socket.write("HTTP/1.1 200 OK\r\nx-slow: ");
    drip(response, () => response.socket.write("a"));
  },
  "slow-body": (response, text) => {
    response.writeHead(200, json);
    let index = 0;
    drip(response, () => response.write(text[index++ % text.length]));
  },
  "503-html": response => send(response, 503, { "content-type": "text/html" }, page),
  "200-html": response => send(response, 200, { "content-type": "text/html" }, page),
  truncated: (response, text) => send(response, 200, json, text.slice(0, -5)),
  "401": response => send(response, 401, json, JSON.stringify({ errors: [{ message: secret, extensions: { code: "UNAUTHENTICATED" } }] })),
  "404": response => send(response, 404, { "content-type": "text/html" }, page),
  null: response => send(response, 200, json, JSON.stringify({ data: { visitCount: 3, visits: { __typename: "Visits", total: null } } })),
  refusal: response => send(response, 200, json, JSON.stringify({ data: null, errors: [{ message: "Not now.", extensions: { code: "CONFLICT" } }] })),
  large: response => {
    response.writeHead(200, json).write(`{"data":{"visitCount":3,"more":"`);
    const part = "x".repeat(64 * 1024);
    const more = () => {
      while (told.sentBytes < 50e6 && !response.destroyed) {
        told.sentBytes += part.length;
        if (!response.write(part)) return void response.once("drain", more);
      }
      if (!response.destroyed) response.end(`"}}`);
    };
    more();
  },
  cut: (response, text) => {
    response.writeHead(200, { ...json, "content-length": text.length }).write(text.slice(0, -5));
    setTimeout(() => response.destroy(), 20);
  },
  "die-in-mid-answer": (response, text) => {
    response.writeHead(200, { ...json, "content-length": text.length }).write(text.slice(0, -5), () => process.kill(process.pid, "SIGKILL"));
  },
  "not-http": response => response.socket.end(`${secret}\r\n\r\n`),
  reset: response => response.destroy(),
  "reset-once": response => {
    how = { as: "well" };
    response.destroy();
  },
};

const server = createServer((request, response) => {
  const parts = [];
  request.on("data", part => parts.push(part)).on("end", () => {
    const body = Buffer.concat(parts).toString();
    told.asked.push(body);
    told.headers.push(request.headers);
    response.on("close", () => {
      if (!response.writableFinished) told.left += 1;
    });
    behaviours[how.as](response, JSON.stringify({ data: whole(JSON.parse(body).variables?.representations) }));
  });
});
// A connection may be older than the fault that the next request on it meets.
server.keepAliveTimeout = 60_000;

process.on("message", ({ id, behave }) => {
  if (behave) how = behave;
  process.send({ id, told });
  if (behave) told = nothing();
});
process.on("disconnect", () => process.exit());
server.listen(Number(port), "127.0.0.1", () => process.send({ port: server.address().port }));
