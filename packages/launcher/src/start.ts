import { createServer } from "node:net";
import { holderOf } from "@huu-nghi/postgres";
import { keepAddresses } from "./addresses";
import { type Command, say, sayer } from "./command";
import { type LauncherConfig, readConfig } from "./config";
import { openDatabase } from "./database";
import { divisionsIn } from "./divisions";
import { gatewayProgram } from "./gateway-program";
import { keyEnvironment } from "./key-files";
import { Service } from "./service";

/** The whole system: PostgreSQL, the divisions with the article records, and the gateway. */
export const start: Command = async context => {
  const { root, life } = context;
  const divisions = divisionsIn(root);
  const config = readConfig(root, divisions);
  // A running system on our data folder has our port, too; then the folder is the better story to tell.
  if (!config.embedded || !holderOf(config.dataDir)) await ensurePortIsFree(config);
  const keys = await keyEnvironment(config);

  say(config.embedded ? "Starting PostgreSQL …" : "Using the PostgreSQL of the given URLs.");
  const startedBy = `npm start with the gateway on port ${config.port}`;
  const database = await openDatabase(context, config, divisions, { startedBy, shared: false });

  const services: Service[] = [];
  life.onEnd(async () => void (await Promise.all(services.map(service => service.stop()))));
  say("Migrating and loading the article records …");
  const started = await Promise.allSettled(
    divisions.map(async division => {
      const environment = { ...config.divisionEnvironment, ...keys.all, ...database.environmentOf(division) };
      const code = await life.run(process.execPath, [division.main, "load"], { env: environment, onLine: sayer(division.name) });
      if (code !== 0) throw new Error(`${division.name} could not load its records, see above.`);
      const service = new Service(life, { name: division.name, main: division.main, args: ["serve"], environment });
      services.push(service);
      return { ...division, url: await service.start() };
    }),
  );
  // Each division has said by now what it lacks; one round of mending is enough.
  const faults = started.flatMap(each => (each.status === "rejected" ? [(each.reason as Error).message] : []));
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const addresses = started.flatMap(each => (each.status === "fulfilled" ? [each.value] : []));

  const [main, flags] = gatewayProgram(root);
  const gateway = new Service(life, {
    name: "gateway",
    main,
    flags,
    args: [],
    environment: {
      ...config.gatewayEnvironment,
      ...keys.gateway,
      HOST: config.host,
      PORT: String(config.port),
      ...Object.fromEntries(addresses.map(({ variable, url }) => [`SUBGRAPH_URL_${variable}`, url])),
    },
  });
  life.onEnd(() => gateway.stop()); // first of all: no request finds its divisions gone
  const { origin } = new URL(await gateway.start());
  if (!config.production) life.onEnd(keepAddresses(config.dataDir, addresses));
  life.serves = true;
  sayWhatRuns(origin, addresses, database.place, config.production);
  return undefined;
};

function sayWhatRuns(origin: string, divisions: { name: string; url: string }[], database: string, production: boolean): void {
  const graphiql = production ? [] : [["GraphiQL", `${origin}/graphiql`]];
  const lines = [
    ["GraphQL", `${origin}/graphql`],
    ...graphiql,
    ["health", `${origin}/health/ready`],
    ...divisions.map(({ name, url }) => [name, url]),
    ["PostgreSQL", database],
  ];
  say(`
Running:
${lines.map(([name = "", place]) => `  ${name.padEnd(19)}${place}`).join("\n")}

To try first:${production ? "" : `\n  Open ${origin}/graphiql`}
  curl -s ${origin}/graphql -H 'content-type: application/json' -d '{"query":"{ unions(includeDemo: true) { id name { vi en } } }"}'
  npm run demo -- --scale 1     (a made-up union, for figures in numbers)
${production ? "" : "  npm run -s token -- --role leader     (a token for what not everybody may see; send it as the header authorization: Bearer …)\n"}
Ctrl-C ends all of it; the data stay.
`);
}

/** Before any long work: the port is most likely taken by another npm start. */
export function ensurePortIsFree({ host, port }: Pick<LauncherConfig, "host" | "port">): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE" ? `Port ${port} on ${host} is in use by another program.`
        : error.code === "EACCES" ? `Port ${port} on ${host} is not ours to use.`
        : `${host} is not an address to listen on here (${error.code}). Choose another: HOST=127.0.0.1 npm start`;
      reject(new Error(/^Port/.test(reason) ? `${reason} Choose another: PORT=${port < 1024 ? 4000 : port + 10} npm start` : reason));
    });
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}
