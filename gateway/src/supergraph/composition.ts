import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { composeServices } from "@apollo/composition";
import { parse, type DocumentNode } from "graphql";

export interface SubgraphSchema {
  name: string;
  sdl: string;
  url: string;
}

export interface Composition {
  supergraphSdl: string;
  /** What composes but is probably not meant; we take each as a fault. */
  hints: string[];
}

/** Schemas that do not make one graph; each fault names the subgraph it is in, where it is in one. */
export class CompositionFault extends Error {
  constructor(readonly faults: string[]) {
    super(["The subgraphs do not compose:", ...faults.map(fault => `  - ${fault.replaceAll("\n", "\n    ")}`)].join("\n"));
    this.name = "CompositionFault";
  }
}

const read = ({ name, sdl }: SubgraphSchema): DocumentNode | string => {
  try {
    return parse(sdl);
  } catch (error) {
    return `[${name}] ${String(error)}`;
  }
};

/** Composes subgraphs into one supergraph. Throws one CompositionFault that lists everything that is wrong. */
export const composeSupergraph = (subgraphs: readonly SubgraphSchema[]): Composition => {
  const documents = subgraphs.map(subgraph => ({ ...subgraph, typeDefs: read(subgraph) }));
  const unreadable = documents.flatMap(({ typeDefs }) => (typeof typeDefs === "string" ? [typeDefs] : []));
  if (unreadable.length > 0) throw new CompositionFault(unreadable);
  const result = composeServices(
    documents.flatMap(({ name, url, typeDefs }) => (typeof typeDefs === "string" ? [] : [{ name, url, typeDefs }])),
  );
  if (result.errors) throw new CompositionFault(result.errors.map(error => error.message));
  return {
    supergraphSdl: `${result.supergraphSdl.trimEnd()}\n`,
    hints: result.hints.map(({ definition, message, coordinate }) => `${definition.code}${coordinate ? ` ${coordinate}` : ""}: ${message}`),
  };
};

const firstPort = 4001;

/**
 * Composes the `schema.graphql` of each package in `folder`; a subgraph is named as its package's folder. The addresses are
 * those of a machine where the subgraphs took the ports from 4001 on in alphabetical order.
 */
export const composeFolder = (folder: string): Composition & { names: string[] } => {
  const names = readdirSync(folder).filter(name => existsSync(join(folder, name, "package.json"))).sort();
  const absent = names.filter(name => !existsSync(join(folder, name, "schema.graphql")));
  if (absent.length > 0) throw new CompositionFault(absent.map(name => `[${name}] has no schema.graphql; its schema command writes it.`));
  if (names.length === 0) throw new CompositionFault(["There is no subgraph."]);
  const subgraphs = names.map((name, index) => ({
    name,
    sdl: readFileSync(join(folder, name, "schema.graphql"), "utf8"),
    url: `http://127.0.0.1:${firstPort + index}/graphql`,
  }));
  return { ...composeSupergraph(subgraphs), names };
};
