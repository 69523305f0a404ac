import type { FederatedGraph } from "./federated-graph.fixture";

const place = { town: "Huế", street: "Lê Lợi" };
const visits = [{ code: "V-1", id: "1", place, purpose: "Trade" }, { code: "V-2", id: "2", place, purpose: "Culture" }];
interface VisitKey {
  id?: string;
  code?: string;
  place?: { town: string };
  purpose?: string;
}

/** A subgraph names a record by a key through which it cannot be entered. */
export const nonResolvableKeys: FederatedGraph = {
  idea: "non-resolvable keys",
  subgraphs: {
    visits: {
      sdl: `
        type Query { visits: [Visit!]! }
        type Visit @key(fields: "id") @key(fields: "code") { id: ID! code: String! place: Place! @shareable purpose: String! }
        type Place @shareable { town: String! street: String! }`,
      resolvers: {
        Query: { visits: () => visits },
        Visit: { __resolveReference: ({ id, code }: VisitKey) => visits.find(visit => visit.id === id || visit.code === code) ?? null },
      },
    },
    agenda: {
      sdl: `
        type Query { next: Visit! nextGuest: Guest! }
        type Visit @key(fields: "code", resolvable: false) { code: String! }
        type Guest @key(fields: "passport", resolvable: false) { passport: ID! }`,
      resolvers: { Query: { next: () => ({ code: "V-2" }), nextGuest: () => ({ passport: "N1" }) } },
    },
    hosts: {
      sdl: `
        type Query { hosted: [Visit!]! }
        type Visit @key(fields: "code", resolvable: false) @key(fields: "id", resolvable: false) @key(fields: "id place { town }") {
          id: ID! code: String! @shareable place: Place! @shareable host: String purpose: String! @external toast: String! @requires(fields: "purpose")
        }
        type Place @shareable { town: String! street: String! }
        type Guest @key(fields: "passport") { passport: ID! name: String! }`,
      resolvers: {
        // Whoever comes with less than the whole key finds nothing.
        Query: { hosted: () => [visits[1]] },
        Visit: {
          __resolveReference: ({ id, place: given, purpose }: VisitKey) => (id === undefined || given?.town === undefined ? null : { ...visits.find(visit => visit.id === id), purpose }),
          host: ({ id }: VisitKey) => `host of ${id}`,
          toast: ({ purpose }: VisitKey) => `to ${purpose}`,
        },
        Guest: { name: ({ passport }: { passport: string }) => `guest ${passport}` },
      },
    },
  },
  cases: [
    {
      promise: "leaves a subgraph by a key that cannot be entered there",
      query: `{ next { code purpose } nextGuest { name } }`,
      data: { next: { code: "V-2", purpose: "Culture" }, nextGuest: { name: "guest N1" } },
      asks: { agenda: 1, visits: 1, hosts: 1 },
    },
    {
      promise: "takes the key that can be entered where a subgraph has both",
      query: `{ next { host } }`,
      data: { next: { host: "host of 2" } },
      asks: { agenda: 1, visits: 1, hosts: 1 },
    },
    {
      promise: "takes it for a list too",
      query: `{ visits { code host } }`,
      data: { visits: [{ code: "V-1", host: "host of 1" }, { code: "V-2", host: "host of 2" }] },
      asks: { visits: 1, hosts: 1 },
    },
    {
      promise: "takes it to come back with what was required",
      query: `{ hosted { id host toast } }`,
      data: { hosted: [{ id: "2", host: "host of 2", toast: "to Culture" }] },
      asks: { hosts: 2, visits: 1 },
    },
    {
      promise: "takes it for what is required, from the owner",
      query: `{ visits { toast } next { toast } }`,
      data: { visits: [{ toast: "to Trade" }, { toast: "to Culture" }], next: { toast: "to Culture" } },
    },
  ],
};
