import type { FederatedGraph } from "./federated-graph.fixture";

const projects = {
  p1: { id: "p1", promised: 120, currency: "EUR", place: { province: "Huế", commune: { name: "Phong An", people: 9000 } }, donors: [{ name: "Aller" }, { name: "Bao" }] },
  p2: { id: "p2", promised: null, currency: "USD", place: { province: "Đồng Nai", commune: null }, donors: [] },
};
type Id = keyof typeof projects;
interface Needs {
  id: Id;
  promised?: number | null;
  currency?: string;
  rate?: number;
  inDong?: number | null;
  place?: { province: string; commune: { name: string; people: number } | null };
  donors?: { name: string }[];
}

/** Fields that need what another subgraph knows. */
export const requires: FederatedGraph = {
  idea: "requires",
  subgraphs: {
    aid: {
      sdl: `
        type Query { projects: [Project!]! project(id: ID!): Project }
        type Project @key(fields: "id") { id: ID! promised: Int currency: String! place: Place! donors: [Donor!]! }
        type Place { province: String! commune: Commune }
        type Commune { name: String! people: Int! }
        type Donor { name: String! }`,
      resolvers: {
        Query: { projects: () => Object.values(projects), project: (_: unknown, { id }: { id: Id }) => projects[id] },
        Project: { __resolveReference: ({ id }: { id: Id }) => projects[id] },
      },
    },
    rates: {
      sdl: `
        type Project @key(fields: "id") { id: ID! currency: String! @external promised: Int @external
          rate: Int! @requires(fields: "currency")
          inDong: Int @requires(fields: "promised currency") }`,
      resolvers: {
        Project: {
          rate: ({ currency }: Needs) => (currency === "EUR" ? 29 : 26),
          inDong: ({ promised, currency }: Needs) => (promised == null ? null : promised * (currency === "EUR" ? 29 : 26)),
        },
      },
    },
    reports: {
      sdl: `
        type Project @key(fields: "id") { id: ID! inDong: Int @external rate: Int! @external promised: Int @external place: Place! @external donors: [Donor!]! @external
          line: String! @requires(fields: "inDong rate")
          perHead: String! @requires(fields: "promised place { commune { people } }")
          address: String! @requires(fields: "place { province commune { name } }")
          thanks: String! @requires(fields: "donors { name }")
          stamp: String! }
        type Place { province: String! @external commune: Commune @external }
        type Commune { name: String! @external people: Int! @external }
        type Donor { name: String! @external }`,
      resolvers: {
        Project: {
          line: ({ inDong, rate }: Needs) => `${inDong} at ${rate}`,
          perHead: ({ promised, place }: Needs) => `${promised} for ${place?.commune?.people}`,
          address: ({ place }: Needs) => [place!.commune?.name, place!.province].filter(Boolean).join(", "),
          thanks: ({ donors }: Needs) => `thanks to ${donors!.map(({ name }) => name).join(" and ") || "nobody"}`,
          stamp: ({ id }: Needs) => `seen ${id}`,
        },
      },
    },
  },
  cases: [
    {
      promise: "a field that is skipped takes nothing else with it",
      query: `query ($no: Boolean!) { projects { id stamp inDong @include(if: $no) ... @include(if: $no) { thanks } rate address @skip(if: true) } }`,
      variables: { no: false },
      data: { projects: [{ id: "p1", stamp: "seen p1", rate: 29 }, { id: "p2", stamp: "seen p2", rate: 26 }] },
      wrongInStock: "others of its subgraph wait for what it requires, which nobody asks for",
    },
    {
      promise: "the same field when it is not skipped",
      query: `query ($no: Boolean!) { project(id: "p1") { stamp inDong @include(if: $no) rate } }`,
      variables: { no: true },
      data: { project: { stamp: "seen p1", inDong: 3480, rate: 29 } },
    },
    {
      promise: "gives a field what it needs, and the client only what it asked for",
      query: `{ projects { rate } }`,
      data: { projects: [{ rate: 29 }, { rate: 26 }] },
      asks: { aid: 1, rates: 1 },
    },
    {
      promise: "gives a null that a field needs",
      query: `{ projects { id inDong } }`,
      data: { projects: [{ id: "p1", inDong: 3480 }, { id: "p2", inDong: null }] },
      asks: { aid: 1, rates: 1 },
    },
    {
      promise: "meets a need that has needs itself",
      query: `{ projects { line } }`,
      data: { projects: [{ line: "3480 at 29" }, { line: "null at 26" }] },
      asks: { aid: 1, rates: 1, reports: 1 },
    },
    {
      promise: "gives what lies deep in objects, also where an object is null",
      query: `{ projects { perHead address } }`,
      data: { projects: [{ perHead: "120 for 9000", address: "Phong An, Huế" }, { perHead: "null for undefined", address: "Đồng Nai" }] },
      asks: { aid: 1, reports: 1 },
    },
    {
      promise: "gives lists of objects",
      query: `{ projects { thanks } }`,
      data: { projects: [{ thanks: "thanks to Aller and Bao" }, { thanks: "thanks to nobody" }] },
    },
    {
      promise: "lets the client ask for a needed object in another shape and under other names",
      query: `{ project(id: "p1") { place: currency currency: stamp address home: place { province area: commune { people } } } }`,
      data: { project: { place: "EUR", currency: "seen p1", address: "Phong An, Huế", home: { province: "Huế", area: { people: 9000 } } } },
      wrongInStock: "what is required and what the client named so meet under one name",
    },
    {
      promise: "asks for all needs of several fields together",
      query: `{ projects { stamp line address thanks perHead } }`,
      data: { projects: [
        { stamp: "seen p1", line: "3480 at 29", address: "Phong An, Huế", thanks: "thanks to Aller and Bao", perHead: "120 for 9000" },
        { stamp: "seen p2", line: "null at 26", address: "Đồng Nai", thanks: "thanks to nobody", perHead: "null for undefined" },
      ] },
    },
  ],
};
