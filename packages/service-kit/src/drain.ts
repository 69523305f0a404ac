import type { Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";

export interface DrainTimes {
  /** How long it goes on listening after its health page says that it ends, for whoever sends requests to notice. */
  noticeMs?: number;
  /** How long requests that come over connections that stand are still answered. */
  lingerMs?: number;
  /** How long requests in flight may take once the listener has closed. */
  graceMs?: number;
}

const quietTurns = 5;
const longestTakingMs = 2000;

const turn = () => new Promise<void>(resolve => void setImmediate(resolve));
const pause = (ms: number) => new Promise<void>(resolve => void setTimeout(resolve, ms));

/** Ends an HTTP server so that no request fails which it has received: the listener first, each connection after its answer. */
export class Drain {
  /** Whether it is ending. */
  started = false;
  private stopped = false;
  private taken = 0;
  private readonly open = new Set<ServerResponse>();
  /** Connections over which nothing came yet. Node takes these for busy. */
  private readonly silent = new Set<Socket>();

  constructor(
    private readonly http: Server,
    private readonly times: DrainTimes = {},
  ) {
    http.on("connection", socket => {
      this.taken++;
      this.silent.add(socket);
      socket.once("close", () => this.silent.delete(socket));
    });
    http.prependListener("request", (request, response) => {
      this.silent.delete(request.socket);
      this.open.add(response);
      response.once("close", () => this.open.delete(response));
      if (this.stopped) response.setHeader("connection", "close");
    });
  }

  /** Connections that wait to be taken would be reset with the listener's end; Node takes one with each turn of its loop. */
  private async takeWaiting() {
    for (let quiet = 0, until = performance.now() + longestTakingMs; quiet < quietTurns && performance.now() < until; ) {
      const { taken } = this;
      await turn();
      quiet = this.taken === taken ? quiet + 1 : 0;
    }
  }

  async end(): Promise<void> {
    const { noticeMs = 0, lingerMs = 0, graceMs = 15_000 } = this.times;
    if (this.started) return;
    this.started = true;
    if (noticeMs > 0) await pause(noticeMs);
    await this.takeWaiting();
    // The HTTP server's own way of closing drops idle connections at once, and with them a request that is under way.
    const closed = new Promise<void>(resolve => void NetServer.prototype.close.call(this.http, () => resolve()));
    // A client that is told so sends no more over its connection, which could cross with the end of that. Told before
    // the listener is closed, clients would come back over new connections, which are reset where they wait to be taken.
    this.stopped = true;
    for (const response of this.open) if (!response.headersSent) response.setHeader("connection", "close");
    const force = setTimeout(() => this.http.closeAllConnections(), graceMs);
    if (lingerMs > 0) await Promise.race([closed, pause(lingerMs)]);
    const dropIdle = () => {
      this.http.closeIdleConnections();
      for (const socket of this.silent) if (socket.bytesRead === 0) socket.destroy();
    };
    dropIdle();
    const dropping = setInterval(dropIdle, 50);
    await closed;
    clearInterval(dropping);
    clearTimeout(force);
  }
}
