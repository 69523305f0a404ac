import type { FederatedGraph } from "./federated-graph.fixture";

const never = () => {
  throw new Error("this field has moved");
};
interface Key {
  id: string;
  phone?: string;
}

/** A field that has moved to another subgraph, whose old place still has it. */
export const override: FederatedGraph = {
  idea: "override",
  subgraphs: {
    registry: {
      sdl: `
        type Query { office(id: ID!): Office address: String! }
        interface Place { id: ID! phone: String }
        type Office implements Place @key(fields: "id") { id: ID! phone: String email: String @shareable stamp: String! }`,
      resolvers: {
        Query: { office: (_: unknown, { id }: Key) => ({ id }), address: never },
        Office: { phone: never, email: never, stamp: ({ id }: Key) => `stamp ${id}` },
      },
    },
    contacts: {
      sdl: `
        type Query { address: String! @override(from: "registry") mainOffice: Office! }
        type Office @key(fields: "id") { id: ID! phone: String @override(from: "registry") email: String @override(from: "nobody") @shareable }`,
      resolvers: {
        Query: { address: () => "Hà Nội", mainOffice: () => ({ id: "o1" }) },
        Office: { phone: ({ id }: Key) => `tel ${id}`, email: ({ id }: Key) => `${id}@example.org` },
      },
    },
    cards: {
      sdl: `type Office @key(fields: "id") { id: ID! phone: String @external card: String! @requires(fields: "phone") }`,
      resolvers: { Office: { card: ({ phone }: Key) => `card with ${phone}` } },
    },
  },
  cases: [
    { promise: "a field comes from its new place", query: `{ office(id: "o2") { phone stamp } }`, data: { office: { phone: "tel o2", stamp: "stamp o2" } }, asks: { registry: 1, contacts: 1 } },
    { promise: "a root field too", query: `{ address }`, data: { address: "Hà Nội" }, asks: { contacts: 1 } },
    { promise: "and one through an interface", query: `{ office(id: "o2") { ... on Place { phone } } }`, data: { office: { phone: "tel o2" } } },
    { promise: "and what another one requires", query: `{ office(id: "o3") { card } }`, data: { office: { card: "card with tel o3" } }, asks: { registry: 1, contacts: 1, cards: 1 } },
    { promise: "from the new place nothing else has to be asked", query: `{ mainOffice { phone } }`, data: { mainOffice: { phone: "tel o1" } }, asks: { contacts: 1 } },
    { promise: "a field that has come from nowhere is in both", query: `{ mainOffice { email stamp } }`, data: { mainOffice: { email: "o1@example.org", stamp: "stamp o1" } } },
  ],
};
