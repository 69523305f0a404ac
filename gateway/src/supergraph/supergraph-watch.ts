import { stat } from "node:fs/promises";
import type { SupergraphSdlHook } from "@apollo/gateway";
import type { SupergraphObserver } from "./supergraph-observer";

/** A supergraph file that is looked at now and then, and taken over when it has changed. */
export interface WatchedSupergraph {
  file: string;
  /** What stands in it now. Throws when it cannot be used. */
  read: () => string;
  /** How long from look to look; 0 for never. */
  pollMs: number;
}

// A file that is being written changes from one look to the next.
const settledMs = 50;

/** Says when a file has changed. Its times alone do not: two versions can come within one tick of a file system's clock. */
const markOf = (file: string) => stat(file).then(({ ino, size, mtimeMs, ctimeMs }) => [ino, size, mtimeMs, ctimeMs].join(), () => "absent");

/** Brings what a file holds; resolves when that serves. */
type Take = (sdl: string) => Promise<void>;

/** Looks at a file by its state, since notices of the system get lost on network drives and in containers. */
export class SupergraphWatch {
  #mark = "";
  #isRefused = false;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(
    private readonly watched: WatchedSupergraph,
    private serving: string,
    private readonly take: Take,
    private readonly observer: SupergraphObserver | undefined,
  ) {}

  start() {
    const { pollMs } = this.watched;
    if (pollMs === 0 || this.#isStopped) return;
    this.#timer = setTimeout(() => void this.#look().finally(() => this.start()), pollMs).unref();
  }

  stop() {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** Never rejects. */
  async #look() {
    const { file, read } = this.watched;
    const mark = await markOf(file);
    if (mark === this.#mark) return;
    await new Promise(resolve => setTimeout(resolve, settledMs).unref());
    if (this.#isStopped || (await markOf(file)) !== mark) return;
    this.#mark = mark;
    try {
      const sdl = read();
      if (sdl !== this.serving) {
        await this.take(sdl);
        this.serving = sdl;
        this.observer?.onTaken();
      } else if (this.#isRefused) this.observer?.onMended();
      this.#isRefused = false;
    } catch (fault) {
      this.#isRefused = true;
      if (!this.#isStopped) this.observer?.onRefused(fault);
    }
  }
}

/** As the library wants it. `updated` does an update, and resolves when it serves. */
export const givingUpdates = (
  supergraph: string | SupergraphSdlHook | WatchedSupergraph,
  updated: (sdl: string, update: (sdl: string) => void) => Promise<void>,
  observer: SupergraphObserver | undefined,
): string | SupergraphSdlHook => {
  if (typeof supergraph !== "object") return supergraph;
  return async ({ update }) => {
    const supergraphSdl = supergraph.read();
    const watch = new SupergraphWatch(supergraph, supergraphSdl, sdl => updated(sdl, update), observer);
    watch.start();
    return { supergraphSdl, cleanup: async () => watch.stop() };
  };
};
