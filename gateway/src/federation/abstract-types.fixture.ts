import type { FederatedGraph } from "./federated-graph.fixture";

const items = [
  { __typename: "Gift", id: "i1", title: "Lacquer", weight: 2, from: { __typename: "Donor", name: "Mai" } },
  { __typename: "Book", id: "i2", title: "Kiều", from: { __typename: "Office", street: "Lê Lợi" } },
];
interface Item {
  id: string;
  weight?: number | null;
}
const find = ({ id }: Item) => items.find(item => item.id === id) ?? null;
const size = ({ weight }: Item) => (weight == null ? "flat" : `${weight} kg`);

/** Interfaces that several subgraphs know differently, and objects that are no records. */
export const abstractTypes: FederatedGraph = {
  idea: "abstract types",
  subgraphs: {
    store: {
      sdl: `
        type Query { items: [Item!]! things: [Thing!]! }
        interface Item { id: ID! title: String! from: Source! }
        interface Heavy { weight: Int! }
        interface Source { label: String! }
        union Thing = Gift | Book
        type Gift implements Item & Heavy @key(fields: "id") { id: ID! title: String! weight: Int! from: Source! }
        type Book implements Item @key(fields: "id") { id: ID! title: String! from: Source! }
        type Donor implements Source { label: String! name: String! }
        type Office implements Source { label: String! street: String! }`,
      resolvers: {
        Query: { items: () => items, things: () => [...items].reverse() },
        Gift: { __resolveReference: find },
        Book: { __resolveReference: find },
        Donor: { label: ({ name }: { name: string }) => `donor ${name}` },
        Office: { label: ({ street }: { street: string }) => `office ${street}` },
      },
    },
    post: {
      sdl: `
        type Query { parcel: Parcel! }
        type Parcel { inside: [Sendable!]! }
        interface Sendable { stamp: Int! }
        interface Item { id: ID! size: String! }
        type Gift implements Item & Sendable @key(fields: "id") { id: ID! weight: Int! @external stamp: Int! size: String! @requires(fields: "weight") }
        type Book implements Item & Sendable @key(fields: "id") { id: ID! stamp: Int! size: String! readers: [Reader!]! }
        interface Reader { name: String! }
        type Child implements Reader { name: String! age: Int! }
        type Adult implements Reader { name: String! }`,
      resolvers: {
        Query: { parcel: () => ({ inside: [{ __typename: "Book", id: "i2" }, { __typename: "Gift", id: "i1" }] }) },
        Gift: { stamp: () => 9, size },
        Book: { stamp: () => 2, size, readers: () => [{ __typename: "Child", name: "Tí", age: 7 }, { __typename: "Adult", name: "Ba" }] },
      },
    },
  },
  cases: [
    { promise: "a field that one subgraph's interface adds", query: `{ items { title size } }`, data: { items: [{ title: "Lacquer", size: "2 kg" }, { title: "Kiều", size: "flat" }] }, asks: { store: 1, post: 1 } },
    { promise: "an interface that only the other subgraph has", query: `{ items { ... on Sendable { stamp } ... on Heavy { weight } } }`, data: { items: [{ stamp: 9, weight: 2 }, { stamp: 2 }] } },
    { promise: "a union seen as an interface", query: `{ things { ... on Item { title from { label } } ... on Book { readers { name ... on Child { age } } } } }`, data: { things: [{ title: "Kiều", from: { label: "office Lê Lợi" }, readers: [{ name: "Tí", age: 7 }, { name: "Ba" }] }, { title: "Lacquer", from: { label: "donor Mai" } }] } },
    { promise: "an interface inside of an interface", query: `{ items { __typename from { __typename ... on Donor { name } ... on Office { street } } } }`, data: { items: [{ __typename: "Gift", from: { __typename: "Donor", name: "Mai" } }, { __typename: "Book", from: { __typename: "Office", street: "Lê Lợi" } }] }, asks: { store: 1 } },
    { promise: "the way back", query: `{ parcel { inside { stamp ... on Item { title } ... on Gift { size weight } } } }`, data: { parcel: { inside: [{ stamp: 2, title: "Kiều" }, { stamp: 9, title: "Lacquer", size: "2 kg", weight: 2 }] } } },
    { promise: "one field in different fragments, each with another part", query: `{ items { ... on Gift { from { label } } ... on Item { from { ... on Donor { name } } } ... on Book { from { ... on Office { street } } } } }`, data: { items: [{ from: { label: "donor Mai", name: "Mai" } }, { from: { street: "Lê Lợi" } }] } },
  ],
};
