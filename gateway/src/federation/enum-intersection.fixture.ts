import type { FederatedGraph } from "./federated-graph.fixture";

const delegations = [{ id: "1", level: "STATE", state: "ARRIVED" }, { id: "2", level: "PARTY", state: "PLANNED" }];

/** An enum that is only given out has every value of any subgraph; one that is also taken in has those that all know. */
export const enumIntersection: FederatedGraph = {
  idea: "enums of several subgraphs",
  subgraphs: {
    delegations: {
      sdl: `
        type Query { delegations(level: Level): [Delegation!]! }
        enum Level { STATE CITY PARTY @inaccessible }
        enum State { PLANNED ARRIVED }
        type Delegation @key(fields: "id") { id: ID! level: Level state: State! }`,
      resolvers: { Query: { delegations: (_: unknown, { level }: { level?: string }) => delegations.filter(delegation => level === undefined || delegation.level === level) } },
    },
    archive: {
      sdl: `
        type Query { archived: [State!]! levels: [Level!]! }
        enum State { ARRIVED LEFT }
        enum Level { STATE CITY }
        type Delegation @key(fields: "id") { id: ID! was(level: Level = STATE): State! }`,
      resolvers: {
        Query: { archived: () => ["LEFT", "ARRIVED"], levels: () => ["CITY"] },
        Delegation: { was: (_: unknown, { level }: { level: string }) => (level === "STATE" ? "LEFT" : "ARRIVED") },
      },
    },
  },
  cases: [
    { promise: "values that only one subgraph knows", query: `{ delegations { state was } archived }`, data: { delegations: [{ state: "ARRIVED", was: "LEFT" }, { state: "PLANNED", was: "LEFT" }], archived: ["LEFT", "ARRIVED"] } },
    { promise: "a value as an argument, by the document or a variable", query: `query ($level: Level) { delegations(level: STATE) { id was(level: $level) } levels }`, variables: { level: "CITY" }, data: { delegations: [{ id: "1", was: "ARRIVED" }], levels: ["CITY"] } },
    { promise: "a value that clients may not send", query: `{ delegations(level: PARTY) { id } }`, errors: [{ code: "GRAPHQL_VALIDATION_FAILED" }], asks: {} },
    { promise: "the same by a variable", query: `query ($level: Level) { delegations(level: $level) { id } }`, variables: { level: "PARTY" }, errors: [{ code: "BAD_USER_INPUT" }], asks: {} },
    { promise: "a value that clients may not see", query: `{ delegations { id level } }`, data: { delegations: [{ id: "1", level: "STATE" }, { id: "2", level: null }] }, wrongInStock: "an error for what is hidden on purpose" },
  ],
};
