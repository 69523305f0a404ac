import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { connectionFault, LinkFault } from "./link-fault";

type Ended = (exchange: Exchange, fault: LinkFault | undefined) => void;

/** One HTTP request and its answer. An answer that grows over its limit is cut off there, and its connection with it. */
export class Exchange implements Dispatcher.DispatchHandler {
  status = 0;
  headers: IncomingHttpHeaders = {};
  #chunks: Buffer[] = [];
  #bytes = 0;
  #controller: Dispatcher.DispatchController | undefined;
  #fault: LinkFault | undefined;

  constructor(
    private readonly maxBytes: number,
    private readonly ended: Ended,
  ) {}

  get hasBegun() {
    return this.status > 0;
  }

  get text() {
    return (this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks, this.#bytes)).toString("utf8");
  }

  abort(fault: LinkFault) {
    this.#fault = fault;
    this.#chunks = [];
    this.#controller?.abort(fault);
  }

  onRequestStart(controller: Dispatcher.DispatchController) {
    this.#controller = controller;
    // It was given up while it waited for its connection.
    if (this.#fault) controller.abort(this.#fault);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders) {
    if (status < 200) return;
    this.status = status;
    this.headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer) {
    this.#bytes += chunk.length;
    if (this.#bytes > this.maxBytes) this.abort(new LinkFault("too-large", `its answer is larger than ${this.maxBytes} bytes`));
    else this.#chunks.push(chunk);
  }

  onResponseEnd() {
    this.ended(this, undefined);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error) {
    this.ended(this, this.#fault ?? connectionFault(error));
  }
}
