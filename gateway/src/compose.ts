import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeFolder, CompositionFault } from "./supergraph/composition";

const root = join(__dirname, "../..");
const target = "gateway/supergraph.graphql";
const heading = "# Composed from subgraphs/*/schema.graphql by `npm run compose`. Do not edit; change a subgraph.\n";

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

try {
  const { supergraphSdl, hints, names } = composeFolder(join(root, "subgraphs"));
  if (hints.length > 0) fail(["Not written, because the composition gives hints:", ...hints.map(hint => `  - ${hint}`)].join("\n"));
  writeFileSync(join(root, target), heading + supergraphSdl);
  process.stdout.write(`Composed ${names.join(", ")} into ${target}.\n`);
} catch (error) {
  if (!(error instanceof CompositionFault)) throw error;
  fail(error.message);
}
