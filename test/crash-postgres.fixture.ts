import { readFileSync } from "node:fs";
import { join } from "node:path";
import { provision, startPostgres, type DivisionUrls, type EmbeddedPostgres } from "@huu-nghi/postgres";
import { withClient } from "@huu-nghi/test-kit";

const databases = ["associations", "foreign-relations", "ngo-aid"];

/** An embedded PostgreSQL as npm start runs it, that waits for the disk; and falls when it is told to. */
export class FallingPostgres {
  private constructor(
    private readonly dataDir: string,
    private server: EmbeddedPostgres,
    /** Of each division; they stay the same when it starts again. */
    readonly urls: Record<string, DivisionUrls>,
  ) {}

  static async start(dataDir: string): Promise<FallingPostgres> {
    const server = await startPostgres({ dataDir, durable: true, startedBy: "a test" });
    try {
      return new FallingPostgres(dataDir, server, await provision(server, databases));
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** Ends all of its processes at one blow, as a power cut would: none of them can write down what it still knew. */
  async fall(): Promise<void> {
    const { cluster, superuserUrl } = this.server;
    const postmaster = Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
    const others = await withClient(superuserUrl, async client => (await client.query<{ pid: number }>("select pid from pg_stat_activity")).rows);
    for (const pid of [postmaster, ...others.map(each => each.pid)]) kill(pid);
    await this.server.stop(); // gives the data folder free
  }

  /** On the same port: those who use it are not told. */
  async startAgain(): Promise<void> {
    const { port } = this.server;
    this.server = await startPostgres({ dataDir: this.dataDir, durable: true, startedBy: "a test" });
    if (this.server.port !== port) throw new Error(`PostgreSQL listens on ${this.server.port} now, and not on ${port} any more`);
  }

  /** Has it acknowledge what is not written yet, and leaves what it acknowledges unwritten for as long as it can. */
  async acknowledgeTooEarly(): Promise<void> {
    await withClient(this.server.superuserUrl, async client => {
      for (const setting of ["synchronous_commit = off", "wal_writer_delay = '10s'", "wal_writer_flush_after = '1GB'"]) await client.query(`alter system set ${setting}`);
      await client.query("select pg_reload_conf()");
    });
  }

  stop = (): Promise<void> => this.server.stop();
}

const kill = (pid: number) => {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It was quicker: without its postmaster it ends by itself.
  }
};
