import type { FederatedGraph } from "./federated-graph.fixture";

const money = (amount: number) => ({ amount, currency: "VND" });

/** What several subgraphs can give, each perhaps in part. */
export const shareable: FederatedGraph = {
  idea: "shareable",
  subgraphs: {
    names: {
      sdl: `
        type Query { congress: Congress! @shareable congresses(after: Int = 0): [Congress!]! @shareable }
        type Congress { number: Int! @shareable theme: Theme! }
        type Theme { vi: String! }`,
      resolvers: {
        Query: {
          congress: () => ({ number: 7, theme: { vi: "Hòa bình" } }),
          congresses: (_: unknown, { after }: { after: number }) => [6, 7].filter(number => number > after).map(number => ({ number, theme: { vi: `Chủ đề ${number}` } })),
        },
      },
    },
    costs: {
      sdl: `
        type Query { congress: Congress! @shareable congresses(after: Int = 0): [Congress!]! @shareable budget: Money! }
        type Congress { number: Int! @shareable cost: Money! venue: Venue! }
        type Money @shareable { amount: Int! currency: String! }
        type Venue @key(fields: "id") { id: ID! rent: Money! }`,
      resolvers: {
        Query: {
          congress: () => ({ number: 7, cost: money(70), venue: { id: "hall" } }),
          congresses: (_: unknown, { after }: { after: number }) => [6, 7].filter(number => number > after).map(number => ({ number, cost: money(number * 10), venue: { id: `hall ${number}` } })),
          budget: () => money(100),
        },
        Venue: { rent: () => money(5) },
      },
    },
    venues: {
      sdl: `
        type Venue @key(fields: "id") { id: ID! seats: Int! deposit: Money! address: Address! @shareable }
        type Money @shareable { amount: Int! currency: String! }
        type Address { street: String! }`,
      resolvers: { Venue: { seats: ({ id }: { id: string }) => id.length, deposit: () => money(1), address: () => ({ street: "Lê Lợi" }) } },
    },
    maps: {
      sdl: `
        type Venue @key(fields: "id") { id: ID! address: Address! @shareable }
        type Address { point: [Int!]! }`,
      resolvers: { Venue: { address: () => ({ point: [16, 107] }) } },
    },
  },
  cases: [
    {
      promise: "a root field that two subgraphs give in part is one object",
      query: `{ congress { number theme { vi } cost { amount currency } } }`,
      data: { congress: { number: 7, theme: { vi: "Hòa bình" }, cost: { amount: 70, currency: "VND" } } },
      asks: { names: 1, costs: 1 },
    },
    { promise: "only one is asked where one has all", query: `{ congress { number cost { amount } } }`, data: { congress: { number: 7, cost: { amount: 70 } } }, asks: { costs: 1 } },
    {
      promise: "lists are joined place by place, with the same arguments and names",
      query: `{ new: congresses(after: 6) { number theme { vi } cost { amount } } all: congresses { theme { vi } cost { amount } } }`,
      data: {
        new: [{ number: 7, theme: { vi: "Chủ đề 7" }, cost: { amount: 70 } }],
        all: [{ theme: { vi: "Chủ đề 6" }, cost: { amount: 60 } }, { theme: { vi: "Chủ đề 7" }, cost: { amount: 70 } }],
      },
    },
    {
      promise: "values of one type come from each subgraph",
      query: `{ budget { amount } congress { venue { rent { amount } deposit { currency } seats } } }`,
      data: { budget: { amount: 100 }, congress: { venue: { rent: { amount: 5 }, deposit: { currency: "VND" }, seats: 4 } } },
      asks: { costs: 1, venues: 1 },
    },
    {
      promise: "an object without a key is completed through the record that it is in",
      query: `{ congress { venue { address { street point } } } congresses { venue { address { point street } } } }`,
      data: {
        congress: { venue: { address: { street: "Lê Lợi", point: [16, 107] } } },
        congresses: [{ venue: { address: { point: [16, 107], street: "Lê Lợi" } } }, { venue: { address: { point: [16, 107], street: "Lê Lợi" } } }],
      },
    },
  ],
};
