import type { FederatedGraph } from "./federated-graph.fixture";

const countries: Record<string, { code: string; name: string; capital: { name: string; people: number } }> = {
  LA: { code: "LA", name: "Lào", capital: { name: "Viêng Chăn", people: 1 } },
  CU: { code: "CU", name: "Cuba", capital: { name: "La Habana", people: 2 } },
};
const guests = { g1: { __typename: "Artist", id: "g1", name: "Ana", art: "Son" }, g2: { __typename: "Envoy", id: "g2", name: "Luis", rank: 3 } };

/** What a subgraph can give of another's records, on some ways only. */
export const provides: FederatedGraph = {
  idea: "provides",
  subgraphs: {
    countries: {
      sdl: `
        type Query { country(code: ID!): Country }
        type Country @key(fields: "code") { code: ID! name: String! @shareable capital: Capital! @shareable }
        type Capital @shareable { name: String! people: Int! }
        interface Guest { id: ID! name: String! }
        type Artist implements Guest @key(fields: "id") { id: ID! name: String! @shareable art: String! @shareable }
        type Envoy implements Guest @key(fields: "id") { id: ID! name: String! @shareable rank: Int! @shareable }`,
      resolvers: {
        Query: { country: (_: unknown, { code }: { code: string }) => countries[code] ?? null },
        Country: { __resolveReference: ({ code }: { code: string }) => countries[code] ?? null },
        Artist: { __resolveReference: () => guests.g1 },
        Envoy: { __resolveReference: () => guests.g2 },
      },
    },
    visits: {
      sdl: `
        type Query {
          next: Visit! @provides(fields: "to { name }")
          last: Visit!
          speakers: [Guest!]! @provides(fields: "... on Artist { name } ... on Envoy { name }")
          panel: [Panelist!]! @provides(fields: "... on Artist { art }")
        }
        type Visit { to: Country! from: Country! @provides(fields: "name capital { name }") }
        type Country @key(fields: "code") { code: ID! name: String! @external capital: Capital! @external }
        type Capital { name: String! @external }
        union Panelist = Artist | Envoy
        interface Guest { id: ID! name: String! }
        type Artist implements Guest @key(fields: "id") { id: ID! name: String! @external art: String! @external }
        type Envoy implements Guest @key(fields: "id") { id: ID! name: String! @external }`,
      resolvers: {
        Query: {
          next: () => ({ to: countries["CU"], from: countries["LA"] }),
          // Here only the key is known of where it went.
          last: () => ({ to: { code: "LA" }, from: countries["CU"] }),
          speakers: () => [guests.g1, guests.g2],
          panel: () => [guests.g2, guests.g1],
        },
      },
    },
  },
  cases: [
    { promise: "on a root field: the owner is not asked", query: `{ next { to { code name } } }`, data: { next: { to: { code: "CU", name: "Cuba" } } }, asks: { visits: 1 } },
    { promise: "only there: on another way the owner is asked", query: `{ last { to { name } } }`, data: { last: { to: { name: "Lào" } } }, asks: { visits: 1, countries: 1 } },
    {
      promise: "on a field of an object, deep in an object",
      query: `{ last { from { name capital { name } } } }`,
      data: { last: { from: { name: "Cuba", capital: { name: "La Habana" } } } },
      asks: { visits: 1 },
    },
    {
      promise: "the owner is asked for the rest of an object that is provided in part",
      query: `{ next { from { name capital { name people } } } }`,
      data: { next: { from: { name: "Lào", capital: { name: "Viêng Chăn", people: 1 } } } },
      asks: { visits: 1, countries: 1 },
    },
    { promise: "on an interface", query: `{ speakers { id name } }`, data: { speakers: [{ id: "g1", name: "Ana" }, { id: "g2", name: "Luis" }] }, asks: { visits: 1 } },
    {
      promise: "on one member of a union",
      query: `{ panel { ... on Artist { art } ... on Envoy { rank } } }`,
      data: { panel: [{ rank: 3 }, { art: "Son" }] },
      asks: { visits: 1, countries: 1 },
    },
    {
      promise: "the owner's own answer",
      query: `{ country(code: "LA") { name capital { people } } }`,
      data: { country: { name: "Lào", capital: { people: 1 } } },
      asks: { countries: 1 },
    },
  ],
};
