import type { FederatedGraph } from "./federated-graph.fixture";

const unions = [
  { __typename: "Union", id: "u1", name: "Đồng Nai", founded: 1976 },
  { __typename: "Union", id: "u2", name: "Huế", founded: 1990 },
];
const associations = [
  { __typename: "Association", id: "a1", name: "Viet Nam – Laos", union: "u1", country: "LA" },
  { __typename: "Association", id: "a2", name: "Viet Nam – Japan", union: "u1", country: "JP" },
  { __typename: "Association", id: "a3", name: "Viet Nam – Laos", union: "u2", country: "LA" },
];
const names: Record<string, Record<string, string>> = { LA: { VI: "Lào", EN: "Laos" }, JP: { VI: "Nhật Bản", EN: "Japan" }, KH: { VI: "Campuchia", EN: "Cambodia" } };
const visits = [
  { id: "v1", purpose: "Trade", country: "LA", guests: [{ __typename: "Delegate", name: "Boun", rank: "Envoy" }, { __typename: "Artist", name: "Kham", art: "Weaving" }] },
  { id: "v2", purpose: "Culture", country: "LA", guests: [] },
  { id: "v3", purpose: "Sport", country: "LA", guests: [{ __typename: "Artist", name: "Noy", art: "Dance" }] },
  { id: "v4", purpose: "Youth", country: "JP", guests: [{ __typename: "Delegate", name: "Ito", rank: "Consul" }] },
];
type Association = (typeof associations)[number];
interface Id {
  id: string;
}
interface Code {
  code: string;
}
const byId = <Thing extends Id>(list: readonly Thing[], id: string) => list.find(thing => thing.id === id) ?? null;

/** Unions, countries and visits, each in a subgraph of its own: for what any query does. */
export const everydaySubgraphs: FederatedGraph["subgraphs"] = {
  unions: {
    sdl: `
      type Query {
        unions(first: Int = 10, where: Where): [Union!]!
        union(id: ID!): Union
        search(term: String!, kinds: [Kind!] = [UNION, ASSOCIATION]): [Found!]!
        bodies: [Body!]!
      }
      enum Kind { UNION ASSOCIATION }
      input Where { founded: Years, name: String }
      input Years { from: Int = 1900, to: Int = 2100 }
      interface Body { id: ID! name: String! }
      union Found = Union | Association
      type Union implements Body @key(fields: "id") { id: ID! name: String! founded: Int! established: Int @deprecated(reason: "Use founded.") associations: [Association!]! }
      type Association implements Body @key(fields: "id") { id: ID! name: String! union: Union! country: Country! }
      type Country @key(fields: "code") { code: ID! associations: [Association!]! }`,
    resolvers: {
      Query: {
        unions: (_: unknown, { first, where }: { first: number; where?: { founded?: { from: number; to: number }; name?: string | null } }) =>
          unions.filter(({ founded, name }) => (!where?.founded || (founded >= where.founded.from && founded <= where.founded.to)) && (where?.name == null || name === where.name)).slice(0, first),
        union: (_: unknown, { id }: Id) => byId(unions, id),
        search: (_: unknown, { term, kinds }: { term: string; kinds: string[] }) =>
          [...(kinds.includes("UNION") ? unions : []), ...(kinds.includes("ASSOCIATION") ? associations : [])].filter(({ name }) => name.includes(term)),
        bodies: () => [unions[0], associations[1], unions[1]],
      },
      Union: {
        __resolveReference: ({ id }: Id) => byId(unions, id),
        established: ({ founded }: { founded: number }) => founded,
        associations: ({ id }: Id) => associations.filter(({ union }) => union === id),
      },
      Association: {
        __resolveReference: ({ id }: Id) => byId(associations, id),
        union: ({ union }: Association) => byId(unions, union),
        country: ({ country }: Association) => ({ code: country }),
      },
      Country: { associations: ({ code }: Code) => associations.filter(({ country }) => country === code) },
    },
  },
  countries: {
    sdl: `
      type Query { countries(codes: [ID!]!): [Country]! }
      enum Language { VI EN }
      type Country @key(fields: "code") { code: ID! name(language: Language = VI): String! borders: [[Country!]!]! }`,
    resolvers: {
      Query: { countries: (_: unknown, { codes }: { codes: string[] }) => codes.map(code => (names[code] ? { code } : null)) },
      Country: {
        name: ({ code }: Code, { language }: { language: string }) => names[code]![language],
        // Land borders, then sea borders.
        borders: ({ code }: Code) => (code === "LA" ? [[{ code: "KH" }], []] : code === "KH" ? [[{ code: "LA" }], [{ code: "JP" }]] : [[], []]),
      },
    },
  },
  visits: {
    sdl: `
      type Country @key(fields: "code") { code: ID! visits(first: Int = 2, purpose: String): [Visit!]! }
      type Association @key(fields: "id") { id: ID! lastVisit: Visit }
      type Visit { id: ID! purpose: String! guests: [Guest!]! country: Country! }
      interface Guest { name: String! }
      type Delegate implements Guest { name: String! rank: String! }
      type Artist implements Guest { name: String! art: String! }`,
    resolvers: {
      Country: {
        visits: ({ code }: Code, { first, purpose }: { first: number; purpose?: string | null }) =>
          visits.filter(visit => visit.country === code && (purpose == null || visit.purpose === purpose)).slice(0, first),
      },
      Association: { lastVisit: ({ id }: Id) => (id === "a2" ? visits[3] : null) },
      Visit: { country: ({ country }: { country: string }) => ({ code: country }) },
    },
  },
};
