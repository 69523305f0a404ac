import type { FederatedGraph } from "./federated-graph.fixture";

interface Filter {
  year?: number;
  country?: string;
}
const told = (who: string) => (_: unknown, { filter }: { filter?: Filter }) => `${who} ${JSON.stringify(filter ?? null)}`;

/** An input type has the fields that every subgraph knows, and an argument is there where all have it. */
export const inputIntersection: FederatedGraph = {
  idea: "inputs of several subgraphs",
  subgraphs: {
    aid: {
      sdl: `
        type Query { aid(filter: Filter): String! both(filter: Filter, page: Int): String! @shareable }
        input Filter { year: Int country: ID! donor: ID }`,
      resolvers: { Query: { aid: told("aid"), both: told("aid") } },
    },
    visits: {
      sdl: `
        type Query { visits(filter: Filter): String! both(filter: Filter): String! @shareable }
        input Filter { year: Int country: ID! }`,
      resolvers: { Query: { visits: told("visits"), both: told("visits") } },
    },
  },
  cases: [
    { promise: "fields that all know", query: `{ aid(filter: { year: 2020, country: "LA" }) visits(filter: { country: "JP" }) }`, data: { aid: `aid {"year":2020,"country":"LA"}`, visits: `visits {"country":"JP"}` } },
    { promise: "by a variable", query: `query ($filter: Filter!) { aid(filter: $filter) visits(filter: $filter) }`, variables: { filter: { country: "LA", year: null } }, data: { aid: `aid {"year":null,"country":"LA"}`, visits: `visits {"year":null,"country":"LA"}` } },
    { promise: "a field that only one knows", query: `{ aid(filter: { country: "LA", donor: "d1" }) }`, errors: [{ code: "GRAPHQL_VALIDATION_FAILED" }], asks: {} },
    { promise: "the same by a variable", query: `query ($filter: Filter) { aid(filter: $filter) }`, variables: { filter: { country: "LA", donor: "d1" } }, errors: [{ code: "BAD_USER_INPUT" }], asks: {} },
    { promise: "a field that is needed and missing", query: `{ visits(filter: { year: 2020 }) }`, errors: [{ code: "GRAPHQL_VALIDATION_FAILED" }], asks: {} },
    { promise: "an argument that only one has", query: `{ both(page: 2) }`, errors: [{ code: "GRAPHQL_VALIDATION_FAILED" }], asks: {} },
  ],
};
