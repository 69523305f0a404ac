import type { FederatedGraph } from "./federated-graph.fixture";

/** Fields that the graph has and no way leads to: never null without an error. */
export const unresolvable: FederatedGraph = {
  idea: "fields that nobody can resolve",
  subgraphs: {
    notes: {
      sdl: `
        type Query { pinned: Note calm: String! }
        interface Note @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { pinned: () => ({ __typename: "Note", id: "n1" }), calm: () => "calm" }, Note: { __resolveReference: () => null } },
    },
    colours: {
      sdl: `
        type Query { newest: Note }
        type Note @key(fields: "id", resolvable: false) @interfaceObject { id: ID! colour: String }`,
      resolvers: { Query: { newest: () => ({ id: "n2" }) }, Note: { colour: ({ id }: { id: string }) => `colour of ${id}` } },
    },
  },
  cases: [
    { promise: "what can be resolved is", query: `{ newest { id colour } calm }`, data: { newest: { id: "n2", colour: "colour of n2" }, calm: "calm" } },
    { promise: "an interface without any type, whose field is elsewhere", query: `{ pinned { colour } }`, data: null, errors: [{ path: ["pinned"], code: "INTERNAL_SERVER_ERROR" }], wrongInStock: "null without an error" },
    { promise: "beside what can be resolved", query: `{ calm pinned { colour } }`, data: { calm: "calm", pinned: null }, errors: [{ path: ["pinned"], code: "INTERNAL_SERVER_ERROR" }], wrongInStock: "null without an error" },
  ],
};
