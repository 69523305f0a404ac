import { everydaySubgraphs } from "./everyday-graph.fixture";
import type { FederatedGraph } from "./federated-graph.fixture";

const both = `query ($yes: Boolean!, $no: Boolean = false) {
  union(id: "u2") {
    name @include(if: $yes)
    founded @skip(if: $yes)
    associations @skip(if: $no) { country { name @include(if: $no) visits(first: 1) @include(if: $yes) { id } } }
  }
}`;

export const skipInclude: FederatedGraph = {
  idea: "skip and include",
  subgraphs: everydaySubgraphs,
  cases: [
    {
      promise: "a subgraph is not asked for what is left out",
      query: both,
      variables: { yes: true },
      data: { union: { name: "Huế", associations: [{ country: { visits: [{ id: "v1" }] } }] } },
      asks: { unions: 1, visits: 1 },
    },
    {
      promise: "the same document with other variables",
      query: both,
      variables: { yes: false, no: true },
      data: { union: { founded: 1990 } },
      asks: { unions: 1 },
    },
    {
      promise: "what is left of an object is an empty object",
      query: both,
      variables: { yes: false },
      data: { union: { founded: 1990, associations: [{ country: {} }] } },
    },
    {
      promise: "constant conditions",
      query: `{ union(id: "u2") { name @skip(if: true) founded @include(if: true) id @include(if: false) } }`,
      data: { union: { founded: 1990 } },
    },
    {
      promise: "both on one field: it stays only if both say so",
      query: `query ($a: Boolean!, $b: Boolean!) { union(id: "u2") { id name @skip(if: $a) @include(if: $b) } }`,
      variables: { a: false, b: true },
      data: { union: { id: "u2", name: "Huế" } },
    },
    {
      promise: "both on one field, and one against it",
      query: `query ($a: Boolean!, $b: Boolean!) { union(id: "u2") { id name @skip(if: $a) @include(if: $b) } }`,
      variables: { a: true, b: true },
      data: { union: { id: "u2" } },
    },
    {
      promise: "a field that is left out in one place and not in another is there",
      query: `query ($no: Boolean!) { union(id: "u2") { name @include(if: $no) ... on Body { name } associations @include(if: $no) { id } associations { name } } }`,
      variables: { no: false },
      data: { union: { name: "Huế", associations: [{ name: "Viet Nam – Laos" }] } },
    },
    {
      promise: "on fragments, nested in each other",
      query: `
        query ($in: Boolean!, $out: Boolean!) { bodies { id ...Wide @include(if: $in) ... on Union @skip(if: $out) { name ... @include(if: $in) { founded } } } }
        fragment Wide on Association { country { name } }`,
      variables: { in: true, out: false },
      data: { bodies: [{ id: "u1", name: "Đồng Nai", founded: 1976 }, { id: "a2", country: { name: "Nhật Bản" } }, { id: "u2", name: "Huế", founded: 1990 }] },
    },
    {
      promise: "everything left out",
      query: `query ($no: Boolean!) { union(id: "u2") @include(if: $no) { name } }`,
      variables: { no: false },
      data: {},
      asks: {},
    },
    {
      promise: "an object of which everything is left out is there",
      query: `query ($yes: Boolean!) { union(id: "u2") @include(if: $yes) { name @skip(if: $yes) associations { country @skip(if: true) { name } } } }`,
      variables: { yes: true },
      data: { union: { associations: [{}] } },
    },
    {
      promise: "an object of which everything is left out by the variable that keeps it",
      query: `query ($yes: Boolean!) { union(id: "u2") @include(if: $yes) { name @skip(if: $yes) } }`,
      variables: { yes: true },
      data: { union: {} },
      wrongInStock: "the object is taken for one that is left out too",
    },
    {
      promise: "of a root field, beside one of another subgraph",
      query: `query ($no: Boolean!) { union(id: "u2") @include(if: $no) { name } countries(codes: ["JP"]) { name } }`,
      variables: { no: false },
      data: { countries: [{ name: "Nhật Bản" }] },
    },
  ],
};
