import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream";
import type { z } from "zod";

/** What ends the rows of a table: no row is such a line, since COPY writes a backslash as two. */
export const endOfRows = "\\.\n";

const newline = 10;
const endLine = Buffer.from(endOfRows);
const endAfterRows = Buffer.from(`\n${endOfRows}`);

/** The lines of a compressed section, as they are asked for: one of JSON, or as many rows as are there. */
export class SectionLines {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(
    source: Readable,
    decompression: Transform,
    private readonly broken: (what: string) => Error,
  ) {
    // What fails is told to whoever reads the chunks.
    pipeline(source, decompression, () => undefined);
    this.#chunks = (decompression as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  async json<Form extends z.ZodType>(form: Form): Promise<z.infer<Form>> {
    let end = this.#rest.indexOf(newline);
    while (end < 0) {
      const searched = this.#rest.length;
      if (!(await this.more())) throw this.broken("it ends too early");
      end = this.#rest.indexOf(newline, searched);
    }
    const line = this.take(end + 1).toString("utf8");
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw this.broken("it is no backup of ours");
    }
    const { success, data } = form.safeParse(value);
    if (!success) throw this.broken("it is no backup of ours");
    return data;
  }

  /** Whole rows; null behind the last one. */
  async rows(): Promise<Buffer | null> {
    for (;;) {
      if (this.#rest.subarray(0, endLine.length).equals(endLine)) {
        this.take(endLine.length);
        return null;
      }
      const at = this.#rest.indexOf(endAfterRows);
      const end = at < 0 ? this.#rest.lastIndexOf(newline) : at;
      if (end >= 0) return this.take(end + 1);
      if (!(await this.more())) throw this.broken("it ends too early");
    }
  }

  async expectEnd(): Promise<void> {
    if (this.#rest.length > 0 || (await this.more())) throw this.broken("something follows its end");
  }

  private take(bytes: number): Buffer {
    const taken = this.#rest.subarray(0, bytes);
    this.#rest = this.#rest.subarray(bytes);
    return taken;
  }

  private async more(): Promise<boolean> {
    try {
      const { done, value } = await this.#chunks.next();
      if (done) return false;
      this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, value]) : value;
      return true;
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (!code.startsWith("Z_")) throw error;
      throw this.broken(code === "Z_BUF_ERROR" ? "it ends too early" : "it is no backup of ours, or was altered");
    }
  }
}
