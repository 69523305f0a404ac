import type { FederatedGraph } from "./federated-graph.fixture";

const partners = [
  { __typename: "City", id: "p1", name: "Huế", mayor: "An" },
  { __typename: "School", id: "p2", name: "Quốc Học", pupils: 1500 },
];
interface Key {
  __typename: string;
  id: string;
}
const find = ({ id }: Key) => partners.find(partner => partner.id === id) ?? null;

/** Records behind an interface, each type of which another subgraph extends in its own way. */
export const entityInterfaces: FederatedGraph = {
  idea: "entity interfaces",
  subgraphs: {
    partners: {
      sdl: `
        type Query { partners: [Partner!]! partner(id: ID!): Partner }
        interface Named { name: String! }
        interface Partner implements Named { id: ID! name: String! }
        type City implements Partner & Named @key(fields: "id") { id: ID! name: String! mayor: String! }
        type School implements Partner & Named @key(fields: "id") { id: ID! name: String! pupils: Int! }`,
      resolvers: {
        Query: { partners: () => partners, partner: (_: unknown, { id }: { id: string }) => partners.find(partner => partner.id === id) ?? null },
        City: { __resolveReference: find },
        School: { __resolveReference: find },
      },
    },
    letters: {
      sdl: `
        type Query { newest: Letter! }
        type Letter { text: String! from: Partner! copies: [Partner!]! }
        interface Partner { id: ID! letters: Int! }
        type City implements Partner @key(fields: "id") { id: ID! letters: Int! sister: City }
        type School implements Partner @key(fields: "id") { id: ID! letters: Int! exchange: [School!]! }`,
      resolvers: {
        Query: { newest: () => ({ text: "Chào", from: { __typename: "School", id: "p2" }, copies: [{ __typename: "City", id: "p1" }, { __typename: "School", id: "p2" }] }) },
        City: { letters: () => 3, sister: ({ id }: Key) => ({ id }) },
        School: { letters: () => 8, exchange: ({ id }: Key) => [{ id }, { id }] },
      },
    },
  },
  cases: [
    { promise: "a field of the interface that each type has elsewhere", query: `{ partners { name letters } }`, data: { partners: [{ name: "Huế", letters: 3 }, { name: "Quốc Học", letters: 8 }] }, asks: { partners: 1, letters: 1 } },
    { promise: "a field of one type elsewhere", query: `{ partners { id ... on City { sister { mayor } } ... on School { exchange { pupils } } } }`, data: { partners: [{ id: "p1", sister: { mayor: "An" } }, { id: "p2", exchange: [{ pupils: 1500 }, { pupils: 1500 }] }] } },
    { promise: "from where only the key is known", query: `{ newest { text from { name ... on School { pupils } } copies { name __typename } } }`, data: { newest: { text: "Chào", from: { name: "Quốc Học", pupils: 1500 }, copies: [{ name: "Huế", __typename: "City" }, { name: "Quốc Học", __typename: "School" }] } } },
    { promise: "an interface of the interface", query: `{ partners { ... on Named { name ... on City { letters } } } }`, data: { partners: [{ name: "Huế", letters: 3 }, { name: "Quốc Học" }] } },
    { promise: "one that is not there", query: `{ partner(id: "p9") { name letters } }`, data: { partner: null }, asks: { partners: 1 } },
    { promise: "one that is of another type than asked for", query: `{ partner(id: "p1") { ... on School { letters } } }`, data: { partner: {} }, asks: { partners: 1 } },
  ],
};
