import type { FederatedGraph } from "./federated-graph.fixture";

const talk = { __typename: "Talk", id: "t1", topic: "Peace", minutes: 40 };
const concert = { __typename: "Concert", id: "c1", band: "Bông Sen" };
const visit = { __typename: "Visit", id: "v1", place: "Huế" };

/** A union whose members differ from one subgraph to the other. */
export const unions: FederatedGraph = {
  idea: "unions",
  subgraphs: {
    halls: {
      sdl: `
        type Query { opening: Item @shareable inHalls: [Item!]! day: Day! }
        type Day @key(fields: "date") { date: ID! morning: Item! }
        union Item = Talk | Concert
        type Talk @key(fields: "id") { id: ID! topic: String! @shareable by: Host! }
        type Concert @key(fields: "id") { id: ID! band: String! by: Host! }
        type Host @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { opening: () => talk, inHalls: () => [talk, concert], day: () => ({ date: "2024-05-01", morning: concert }) },
        Talk: { __resolveReference: () => talk, by: () => ({ id: "h1" }) },
        Concert: { __resolveReference: () => concert, by: () => ({ id: "h1" }) },
      },
    },
    tours: {
      sdl: `
        type Query { opening: Item @shareable onTour: [Item]! }
        type Day @key(fields: "date") { date: ID! evening: Item! all: [[Item!]!]! }
        union Item = Talk | Visit
        type Talk @key(fields: "id") { id: ID! topic: String! @shareable minutes: Int! }
        type Visit @key(fields: "id") { id: ID! place: String! }
        type Host @key(fields: "id") { id: ID! fee(hours: Int!): Int! }`,
      resolvers: {
        Query: { opening: () => talk, onTour: () => [visit, null, talk] },
        Host: { fee: (_: unknown, { hours }: { hours: number }) => hours * 10 },
        Day: { evening: () => visit, all: () => [[visit, talk], []] },
        Talk: { __resolveReference: () => talk },
      },
    },
  },
  cases: [
    { promise: "every member where it can stand", query: `{ inHalls { ... on Talk { topic minutes } ... on Concert { band } ... on Visit { place } } onTour { ... on Talk { topic } ... on Visit { place } } }`, data: { inHalls: [{ topic: "Peace", minutes: 40 }, { band: "Bông Sen" }], onTour: [{ place: "Huế" }, null, { topic: "Peace" }] } },
    { promise: "a member that the subgraph does not know", query: `{ inHalls { __typename ... on Visit { place } } }`, data: { inHalls: [{ __typename: "Talk" }, { __typename: "Concert" }] }, asks: { halls: 1 } },
    { promise: "a field that both subgraphs give, of the member that both know", query: `{ opening { ... on Talk { topic } } }`, data: { opening: { topic: "Peace" } } },
    { promise: "nothing but other members", query: `{ opening { ... on Concert { band } ... on Visit { place } } }`, data: { opening: {} } },
    {
      promise: "one name for one field with other arguments, of each member",
      query: `{ inHalls { ... on Talk { by { fee(hours: 1) id } } ... on Concert { by { fee(hours: 2) } } } }`,
      data: { inHalls: [{ by: { fee: 10, id: "h1" } }, { by: { fee: 20 } }] },
      wrongInStock: "the records of all members are asked for with the arguments of one of them",
    },
    { promise: "in two fields of one record", query: `{ day { date morning { ... on Concert { band } } evening { __typename ... on Visit { place } } all { ... on Talk { minutes } ... on Visit { id } } } }`, data: { day: { date: "2024-05-01", morning: { band: "Bông Sen" }, evening: { __typename: "Visit", place: "Huế" }, all: [[{ id: "v1" }, { minutes: 40 }], []] } }, asks: { halls: 1, tours: 1 } },
  ],
};
