import type { FederatedGraph } from "./federated-graph.fixture";

const donors = [{ id: "d1", name: "Bread for All", rank: 1 }, { id: "d2", name: "Open Hands", rank: 2 }];
const byId = ({ id }: { id: string }) => donors.find(donor => donor.id === id) ?? null;
const subgraphs = (extension: string, version: 1 | 2): FederatedGraph["subgraphs"] => ({
  donors: {
    version,
    sdl: `type Query { donors: [Donor!]! } type Donor @key(fields: "id") { id: ID! name: String! ${version === 2 ? "@shareable" : ""} rank: Int! }`,
    resolvers: { Query: { donors: () => donors }, Donor: { __resolveReference: byId } },
  },
  gifts: {
    version,
    sdl: `
      extend type Query { thankful: [Donor!]! @provides(fields: "name") }
      ${extension} @key(fields: "id") { id: ID! @external name: String! @external rank: Int! @external gifts: [String!]! medal: String! @requires(fields: "rank") }`,
    resolvers: {
      Query: { thankful: () => donors.map(({ id, name }) => ({ id, name })) },
      Donor: { gifts: ({ id }: { id: string }) => (id === "d1" ? ["well", "school"] : []), medal: ({ rank }: { rank: number }) => (rank === 1 ? "gold" : "silver") },
    },
  },
});
const cases: FederatedGraph["cases"] = [
  {
    promise: "the owner's record with the other's fields",
    query: `{ donors { name gifts } }`,
    data: { donors: [{ name: "Bread for All", gifts: ["well", "school"] }, { name: "Open Hands", gifts: [] }] },
    asks: { donors: 1, gifts: 1 },
  },
  {
    promise: "the owner's fields of the other's record",
    query: `{ thankful { id rank gifts } }`,
    data: { thankful: [{ id: "d1", rank: 1, gifts: ["well", "school"] }, { id: "d2", rank: 2, gifts: [] }] },
    asks: { gifts: 1, donors: 1 },
  },
  { promise: "what is provided", query: `{ thankful { name } }`, data: { thankful: [{ name: "Bread for All" }, { name: "Open Hands" }] }, asks: { gifts: 1 } },
  { promise: "what is required", query: `{ donors { medal } }`, data: { donors: [{ medal: "gold" }, { medal: "silver" }] }, asks: { donors: 1, gifts: 1 } },
  { promise: "what is required, there and back", query: `{ thankful { medal } }`, data: { thankful: [{ medal: "gold" }, { medal: "silver" }] }, asks: { gifts: 2, donors: 1 } },
];

/** A key that is another's, in the words of both versions of the specification. */
export const externals: readonly FederatedGraph[] = [
  { idea: "external, by `extend type` in version 1", subgraphs: subgraphs("extend type Donor", 1), cases },
  { idea: "external, by `@extends` in version 1", subgraphs: subgraphs("type Donor @extends", 1), cases },
  { idea: "external, by `extend type` in version 2", subgraphs: subgraphs("extend type Donor", 2), cases },
  { idea: "external, by `@extends` in version 2", subgraphs: subgraphs("type Donor @extends", 2), cases },
];
