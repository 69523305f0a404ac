// The door: `node packages/launcher/run.mjs COMMAND …`. Runs on nothing but Node: installs when needed, builds
// when needed, then hands over to the command in src/. Up to the version check, old Nodes must be able to read it.

const commands = {
  start: {
    does: "starts PostgreSQL (unless URLs are given), three divisions and the gateway",
    help: `npm start

Installs and builds when needed, starts PostgreSQL, migrates, loads the article records once, starts the
divisions and the gateway, and prints where they are. Ctrl-C ends all of it.

Environment:
  HOST, PORT      where the gateway listens (127.0.0.1, 4000; PORT=0 takes a free one)
  DATA_DIR        where the embedded PostgreSQL keeps its data, and where the keys are (.data)
  DATABASE_URL    a PostgreSQL 15+ server of yours instead, or one URL per division:
                  ASSOCIATIONS_DATABASE_URL, FOREIGN_RELATIONS_DATABASE_URL, NGO_AID_DATABASE_URL
  GATEWAY_KEYS_FILE, GATEWAY_KEYS
                  keys of yours between the gateway and the divisions (made once in DATA_DIR)
  LOG_LEVEL       fatal, error, warn, info, debug, trace, silent`,
  },
  test: {
    does: "checks types, style and arrows, then runs the tests",
    help: `npm test [-- JEST ARGUMENTS]

Without arguments: type check, ESLint, dependency-cruiser, and beside them all tests; stops at the first that fails.
With arguments only jest runs, with these arguments:  npm test -- packages/postgres`,
  },
  build: {
    does: "installs and builds, and starts nothing",
    help: "npm run build",
  },
  compose: {
    does: "writes schema.graphql of each division, and gateway/supergraph.graphql",
    help: "npm run compose",
  },
  gateway: {
    does: "starts the gateway alone, over any supergraph",
    help: `npm run gateway -- [--supergraph FILE]

Subgraph addresses come from the file; SUBGRAPH_URL_<NAME> overrides one (upper case, - as _).
HOST, PORT, LOG_LEVEL and DATA_DIR as for npm start; the others, among them the limits of queries and of requests a
minute, are listed by  node gateway/dist/main.js --help. Its keys are those of GATEWAY_KEYS_FILE or
GATEWAY_KEYS, else those of the data folder, made when there are none; with NODE_ENV=production they must be given.`,
    fileOptions: ["--supergraph"],
  },
  demo: {
    does: "makes the demo union",
    help: `npm run demo -- [--scale N]

Makes the union \`demo\` (N = 1), or \`demo-01\` to \`demo-NN\`, in the database of a running npm start, of the
DATA_DIR, or of the database URLs.`,
  },
  history: {
    does: "finds what was altered, removed or put into the history of records",
    help: `npm run history -- verify

Reads the history of each division through: each entry's seal, the chain of all, the newest one, and the tables
against it. Ends with 1 and says which entries, tables and rows, when something was changed past it. Write down
the newest entry's hash that it prints, and you can tell later that nothing older was written anew.`,
  },
  erase: {
    does: "erases a person in every division",
    help: `npm run erase -- --person ID --reason TEXT

Takes what says something of a person out of each division: records, what their history says, and answers kept for
repeated changes. What is counted stays, and so does the id, which says nothing of anybody. It cannot be undone. Beside a
running npm start (of the same DATA_DIR), on the data folder alone, or on the databases of the URLs.

Records of one person that were merged have several ids: any of them will do, and all divisions are searched for all.

The id and the time go into erasures.log in DATA_DIR, or the file of ERASURES_FILE: npm run restore goes by it, so that an
older backup brings nobody back. Keep a copy of it where your backups are not, and never restore without it.

The reason stays in the history of each division: say who asked for it and when, and do not name the person.

Ends with 0 when it is done in every division, also of somebody who was erased before; else with 1: run it again then, or
with another id where nobody holds anything under this one. What is done already is left as it is.`,
  },
  backup: {
    does: "writes all divisions into one file",
    help: `npm run backup -- FILE [--force]

Writes every record of every division, with its history, into FILE: of the running npm start (of the same DATA_DIR),
of the data folder alone, or of the database URLs. Nothing has to be stopped. Each division is written as it was at
one moment; the moments of two divisions lie seconds apart.

FILE is there whole or not at all, is read through before it gets its name, and can be read by its user only. It
holds personal data in the clear: keep it as you keep the databases. One that is there already is replaced only
with --force. No pg_dump is needed, and no particular version of PostgreSQL.

It is a tar archive, which needs no program of ours:  tar xf FILE && sha256sum -c SHA256SUMS && zcat ngo-aid.gz

Ends with 0 when it is written, else with 1.`,
    fileWord: true,
  },
  restore: {
    does: "brings all divisions back from such a file",
    help: `npm run restore -- FILE [--replace] [--leave-out-unknown]

Brings every record back as it was, with its history, into the data folder or the databases of the URLs; on an empty
folder or server all is made. A file that is not, byte for byte, as npm run backup wrote it is refused before anything
is touched. One that an older version wrote is brought to this one's schema by the migrations since; one that a newer
version wrote is refused.

Nothing may use the databases meanwhile: stop npm start, or the divisions. All divisions are loaded and compared with
the file, table by table, before the first one commits; whatever goes wrong until then leaves all as it was.

Persons who were erased since the backup was made stay erased, by erasures.log in DATA_DIR (or the file of ERASURES_FILE)
and by what the databases know themselves. Restoring elsewhere, give it the list:
ERASURES_FILE=.data/erasures.log DATA_DIR=.drill npm run restore -- FILE

  --replace            records that are there go; without it databases that hold any are refused
  --leave-out-unknown  goes without tables and columns that no migration makes, and says which

A drill beside a running system:  DATA_DIR=.drill npm run restore -- FILE && DATA_DIR=.drill PORT=4010 npm start

Ends with 0 when all is restored, else with 1.`,
    fileWord: true,
  },
  token: {
    does: "prints a development token",
    help: `npm run -s token -- --role ROLE [OPTIONS]

Prints a token and nothing else, for the header  authorization: Bearer TOKEN  of a gateway that npm start or
npm run gateway started on the same DATA_DIR; it need not run yet. Refused with NODE_ENV=production.

  --role ROLE        viewer, officer, leader or admin
  --division NAME    an officer's division, a folder of subgraphs/; can be repeated
  --union ID         where the role holds, such as dong-nai, the unions below it included; '*' for every one; can
                     be repeated. Without it a leader's and an admin's holds for every one, a viewer's for none
  --exactly          without the unions below
  --subject TEXT     who it is said to be (development-ROLE)
  --minutes N        how long it is good (720; at most 10080)

TOKEN=$(npm run -s token -- --role officer --division associations --union dong-nai)
curl -s http://127.0.0.1:4000/graphql -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -d '{"query":"{ unions { id } }"}'`,
  },
  keys: {
    does: "replaces the key between the gateway and the divisions, while they run",
    help: `npm run keys -- rotate
npm run keys -- retire

rotate  a new key signs from now on; the one that signed so far is still taken
retire  only the key that signs is taken

No request fails: processes notice the changed file within half a second, and either command waits until they
have before it drops a key. The file is that of GATEWAY_KEYS_FILE, else gateway-keys.json in DATA_DIR; its owner
and mode stay, and so does a developer key in it. All processes must see the same file.`,
  },
  bench: {
    does: "measures the gateway beside others",
    help: `npm run bench -- gateway [--rounds N] [--seconds S] [--connections N] [--only NAMES] [OPTIONS]
npm run bench -- light [--rounds N] [--seconds S] [--connections N]
npm run bench -- profile [--only NAME] [--seconds S] [--connections N] [--mode MODE] [--light]
npm run bench -- contract [--rounds N] [--seconds S] [--connections N]

gateway  this gateway, Apollo's, Hive's and mercurius' over four static subgraphs: each one's answer is compared, then
         all are put under load in turns. Prints a report and writes it into test/bench/reports
light    what a query of one small field costs here over the subgraph's own answer
profile  where a gateway's CPU goes under load, by function and by file
contract what the operations of dashboards cost in each gateway, over the divisions of the npm start that runs on the
         same DATA_DIR, as a visitor and through a proxy that signs for the others

  --rounds N       stretches of load for each (5), after one to warm up
  --seconds S      of each stretch (10)
  --connections N  clients at the same time (50)
  --without-one    not also with one client
  --mode MODE      unique (every request differs) or identical; both without it
  --light          profiles the light query
  --only NAMES     some of the gateways, separated by commas: ours, stock, hive-router-runtime, …
  --report FILE    another file for the report

The first one installs the others, at fixed versions, in DATA_DIR/bench. With taskset, what is measured has a core of
its own; for figures that mean something nothing else may run on the machine.`,
    fileOptions: ["--report"],
  },
  soak: {
    does: "keeps the gateway under load for long, with faults and changed supergraphs",
    help: `npm run soak -- [--minutes N] [--clients N] [--slope MB]

Starts a small federated system of its own: mixed load (light, deep, unique, equal queries, changes, bad queries, clients
that leave), divisions that hang, fail, die or are slow in turns, and another supergraph every few seconds. Each answer
has to be the right one, or to name the division that is at fault.

  --minutes N  how long (10), and up to three minutes longer until each fault came once and ten supergraphs were taken over
  --clients N  clients at the same time (8)
  --slope MB   by how much the heap may grow a minute (1, and more in short runs)

Prints a line each ten seconds; then requests, unexpected failures, how the heap grew, p50 and p99. Ends with 1 when there
was a failure, the heap grew too fast or too little happened; the gateway's log then stays in DATA_DIR.`,
  },
  ask: {
    does: "asks one division directly, as its developer",
    help: `npm run -s ask -- DIVISION [QUERY] [OPTIONS]

Sends a query to a division of the running npm start (of the same DATA_DIR), past the gateway, signed by the
developer key, and prints the answer. Without QUERY it is read from standard input. Refused with
NODE_ENV=production, where no division takes a developer key either.

  --role ROLE        asks as a viewer, officer, leader or admin; without it as a visitor
  --division NAME    an officer's division; can be repeated
  --union ID         where the role holds: exactly these, since the unions below are the gateway's to look up;
                     '*' for every one; can be repeated
  --subject TEXT     who asks (development-ROLE)
  --variables JSON   the query's variables
  --url URL          where the division is, when npm start did not start it

npm run -s ask -- associations '{ unions { id } }' --role leader

Ends with 0 when data came, also beside errors; else with 1.`,
  },
};

const [major, minor] = process.versions.node.split(".").map(Number);
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24)) {
  console.error(`This needs Node 20.19 or later of 20, 22.12 or later of 22, or 24 and later; this is ${process.versions.node}.`);
  process.exit(1);
}

const [name, ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name ?? "") ? commands[name] : undefined;
if (!command) {
  const asked = name === undefined || name === "--help" || name === "-h";
  const lines = Object.entries(commands).map(([key, { does }]) => `  ${key.padEnd(10)}${does}`);
  (asked ? console.log : console.error)([asked ? "Commands:" : `There is no command "${name}". The commands are:`, ...lines].join("\n"));
  process.exit(asked ? 0 : 1);
}
if (name !== "test" && (args.includes("--help") || args.includes("-h")) || (name === "test" && args[0] === "--help")) {
  console.log(command.help);
  process.exit(0);
}

if (["start", "build", "compose"].includes(name) && args.length > 0) {
  console.error(`npm ${name === "start" ? "start" : `run ${name}`} takes no arguments, but was given ${args.join(" ")}. Settings are environment variables: PORT=4010 npm start`);
  process.exit(1);
}

import("./bootstrap/hand-over.mjs").then(({ handOver }) => handOver(name, args, command));
