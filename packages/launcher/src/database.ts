import { connectOrStart, provision, startPostgres } from "@huu-nghi/postgres";
import { type CommandContext, say } from "./command";
import type { LauncherConfig } from "./config";
import type { Division } from "./divisions";

export interface Database {
  /** For people: where it is. */
  place: string;
  /** The variables by which a division finds its database. */
  environmentOf(division: Division): NodeJS.ProcessEnv;
}

/**
 * The databases of the divisions: those of the URLs in the environment, else the embedded server's. `shared`
 * uses the server of a running `npm start`; without it, a server that runs already is a fault.
 */
export async function openDatabase(
  { life }: CommandContext,
  config: LauncherConfig,
  divisions: Division[],
  { startedBy, shared }: { startedBy: string; shared: boolean },
): Promise<Database> {
  if (!config.embedded) return { place: "PostgreSQL as the URLs in the environment say", environmentOf: () => ({}) };
  const server = await (shared ? connectOrStart : startPostgres)({
    dataDir: config.dataDir,
    durable: true,
    startedBy,
    onProgress: say,
    onUnexpectedEnd: lastWords => {
      say(`PostgreSQL has ended unexpectedly, so all ends. Its last words:\n${lastWords}`);
      void life.end(1);
    },
  });
  life.onEnd(() => server.stop());
  const urls = await provision(server, divisions.map(({ name }) => name));
  return {
    place: `127.0.0.1:${server.port}, data in ${server.cluster}`,
    environmentOf: ({ name, variable }) => ({
      [`${variable}_DATABASE_URL`]: urls[name]?.ownerUrl,
      [`${variable}_WRITER_URL`]: urls[name]?.writerUrl,
      [`${variable}_READER_URL`]: urls[name]?.readerUrl,
    }),
  };
}
