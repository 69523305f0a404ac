import { everydaySubgraphs } from "./everyday-graph.fixture";
import type { FederatedGraph } from "./federated-graph.fixture";

const visitsOf = `query ($first: Int = 1, $language: Language, $purpose: String) { countries(codes: ["LA"]) { name(language: $language) visits(first: $first, purpose: $purpose) { id } } }`;

export const variables: FederatedGraph = {
  idea: "variables",
  subgraphs: everydaySubgraphs,
  cases: [
    {
      promise: "the document's default where none is given, and the schema's where that is none",
      query: visitsOf,
      data: { countries: [{ name: "Lào", visits: [{ id: "v1" }] }] },
      asks: { countries: 1, visits: 1 },
    },
    {
      promise: "a given value before both",
      query: visitsOf,
      variables: { first: 3, language: "EN", purpose: "Sport" },
      data: { countries: [{ name: "Laos", visits: [{ id: "v3" }] }] },
    },
    {
      promise: "null is a value, and no default takes its place",
      query: visitsOf,
      variables: { first: 2, purpose: null },
      data: { countries: [{ name: "Lào", visits: [{ id: "v1" }, { id: "v2" }] }] },
    },
    {
      promise: "inside of objects and lists",
      query: `query ($from: Int, $name: String, $code: ID!) { unions(where: { founded: { from: $from }, name: $name }) { name } countries(codes: ["KH", $code]) { name } }`,
      variables: { from: 1980, code: "JP" },
      data: { unions: [{ name: "Huế" }], countries: [{ name: "Campuchia" }, { name: "Nhật Bản" }] },
    },
    {
      promise: "whole objects, with the defaults of their fields",
      query: `query ($where: Where) { unions(where: $where) { name } }`,
      variables: { where: { founded: { to: 1980 } } },
      data: { unions: [{ name: "Đồng Nai" }] },
    },
    {
      promise: "one value where a list is wanted",
      query: `query ($codes: [ID!]!) { countries(codes: $codes) { name } }`,
      variables: { codes: "LA" },
      data: { countries: [{ name: "Lào" }] },
    },
    {
      promise: "one that only the second subgraph uses",
      query: `query ($n: Int!) { union(id: "u2") { associations { country { visits(first: $n) { id } } } } }`,
      variables: { n: 1 },
      data: { union: { associations: [{ country: { visits: [{ id: "v1" }] } }] } },
    },
    {
      promise: "one that a subgraph's request uses for itself keeps its value",
      query: `query ($representations: Int!) { union(id: "u2") { associations { country { visits(first: $representations) { id } } } } }`,
      variables: { representations: 1 },
      data: { union: { associations: [{ country: { visits: [{ id: "v1" }] } }] } },
      wrongInStock: "the subgraph's request has two variables of that name",
    },
    {
      promise: "a missing one is refused before any subgraph is asked",
      query: `query ($id: ID!) { union(id: $id) { name } }`,
      errors: [{ code: "BAD_USER_INPUT" }],
      asks: {},
    },
    {
      promise: "one of a wrong kind too",
      query: `query ($first: Int) { unions(first: $first) { name } }`,
      variables: { first: "many" },
      errors: [{ code: "BAD_USER_INPUT" }],
      asks: {},
    },
  ],
};
