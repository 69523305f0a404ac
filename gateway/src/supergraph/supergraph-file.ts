import { Kind, parse, type DocumentNode } from "graphql";
import { textOf } from "./directive-arguments";

/** A division as a supergraph names it. `url` is empty when the file gives no address. */
export interface Subgraph {
  name: string;
  url: string;
}

const graphsOf = (document: DocumentNode) =>
  document.definitions.flatMap(node => (node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === "join__Graph" ? [...(node.values ?? [])] : []));

/** The subgraphs that a supergraph names, in its order; none when it is not a supergraph. Throws on a syntax error. */
export const subgraphsIn = (supergraphSdl: string): Subgraph[] =>
  graphsOf(parse(supergraphSdl, { noLocation: true })).flatMap(({ directives = [] }) =>
    directives
      .filter(directive => directive.name.value === "join__graph")
      .map(directive => ({ name: textOf(directive, "name") ?? "", url: textOf(directive, "url") ?? "" })),
  );

/** The variable that replaces a subgraph's address: `ngo-aid` is set by SUBGRAPH_URL_NGO_AID. */
export const addressVariable = (subgraph: string) => `SUBGRAPH_URL_${subgraph.toUpperCase().replaceAll("-", "_")}`;
