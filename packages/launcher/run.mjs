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
  DATA_DIR        where the embedded PostgreSQL keeps its data (.data)
  DATABASE_URL    a PostgreSQL 15+ server of yours instead, or one URL per division:
                  ASSOCIATIONS_DATABASE_URL, FOREIGN_RELATIONS_DATABASE_URL, NGO_AID_DATABASE_URL
  LOG_LEVEL       fatal, error, warn, info, debug, trace, silent`,
  },
  test: {
    does: "checks types, style and arrows, then runs the tests",
    help: `npm test [-- JEST ARGUMENTS]

Without arguments: type check, ESLint, dependency-cruiser, then all tests; stops at the first that fails.
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
HOST, PORT, LOG_LEVEL and CORS_ORIGINS as for npm start.`,
    fileOptions: ["--supergraph"],
  },
  demo: {
    does: "makes the demo union",
    help: `npm run demo -- [--scale N]

Makes the union \`demo\` (N = 1), or \`demo-01\` to \`demo-NN\`, in the database of a running npm start, of the
DATA_DIR, or of the database URLs.`,
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

import("./bootstrap/hand-over.mjs").then(({ handOver }) => handOver(name, args, command.fileOptions ?? []));
