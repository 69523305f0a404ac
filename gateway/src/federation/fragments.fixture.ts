import { everydaySubgraphs } from "./everyday-graph.fixture";
import type { FederatedGraph } from "./federated-graph.fixture";

export const fragments: FederatedGraph = {
  idea: "fragments",
  subgraphs: everydaySubgraphs,
  cases: [
    {
      promise: "a named one is taken wherever it stands, also through another one",
      query: `
        query { union(id: "u1") { ...Head associations { ...Head country { ...Place } } } }
        fragment Head on Body { name }
        fragment Place on Country { name ...Visited }
        fragment Visited on Country { visits(first: 1) { purpose } }`,
      data: { union: { name: "Đồng Nai", associations: [
        { name: "Viet Nam – Laos", country: { name: "Lào", visits: [{ purpose: "Trade" }] } },
        { name: "Viet Nam – Japan", country: { name: "Nhật Bản", visits: [{ purpose: "Youth" }] } },
      ] } },
      asks: { unions: 1, countries: 1, visits: 1 },
    },
    {
      promise: "an inline one without a type changes nothing",
      query: `{ union(id: "u2") { ... { name ... { founded } } } }`,
      data: { union: { name: "Huế", founded: 1990 } },
    },
    {
      promise: "one on an object type applies to that type only",
      query: `{ bodies { __typename ... on Union { founded } ... on Association { country { name } lastVisit { id } } } }`,
      data: { bodies: [
        { __typename: "Union", founded: 1976 },
        { __typename: "Association", country: { name: "Nhật Bản" }, lastVisit: { id: "v4" } },
        { __typename: "Union", founded: 1990 },
      ] },
      asks: { unions: 1, countries: 1, visits: 1 },
    },
    {
      promise: "nested ones narrow step by step, and one that cannot apply gives nothing",
      query: `{ bodies { ... on Body { ... on Union { id ... on Body { name } ... on Found { ... on Association { lastVisit { id } } } } } } }`,
      data: { bodies: [{ id: "u1", name: "Đồng Nai" }, {}, { id: "u2", name: "Huế" }] },
    },
    {
      promise: "selections of one field in several fragments become one object, in the order of the first mention",
      query: `
        { union(id: "u2") { ...B associations { id } ...A } }
        fragment A on Union { associations { name country { code } } founded }
        fragment B on Union { name associations { country { name(language: EN) } } }`,
      data: { union: { name: "Huế", associations: [{ country: { name: "Laos", code: "LA" }, id: "a3", name: "Viet Nam – Laos" }], founded: 1990 } },
    },
    {
      promise: "one response name for fields of different kinds is refused",
      query: `{ bodies { ... on Union { what: founded where: name } ... on Association { what: country { name } where: name } } }`,
      errors: [{ code: "GRAPHQL_VALIDATION_FAILED" }],
    },
    {
      promise: "one response name may be another field of the same type in each type",
      query: `{ countries(codes: ["LA"]) { visits(first: 1) { guests { ... on Delegate { what: rank } ... on Artist { what: art } } } } }`,
      data: { countries: [{ visits: [{ guests: [{ what: "Envoy" }, { what: "Weaving" }] }] }] },
    },
    {
      promise: "interfaces inside of records that another subgraph gave are told apart",
      query: `{ union(id: "u1") { associations { country { visits { guests { name ... on Delegate { rank } ... on Artist { art __typename } } } } } } }`,
      data: { union: { associations: [
        { country: { visits: [{ guests: [{ name: "Boun", rank: "Envoy" }, { name: "Kham", art: "Weaving", __typename: "Artist" }] }, { guests: [] }] } },
        { country: { visits: [{ guests: [{ name: "Ito", rank: "Consul" }] }] } },
      ] } },
      asks: { unions: 1, visits: 1 },
    },
  ],
};
