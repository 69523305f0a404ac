import { everydaySubgraphs } from "./everyday-graph.fixture";
import type { FederatedGraph } from "./federated-graph.fixture";

export const aliases: FederatedGraph = {
  idea: "aliases",
  subgraphs: everydaySubgraphs,
  cases: [
    {
      promise: "one root field several times, with other arguments",
      query: `{ a: union(id: "u1") { name } b: union(id: "u2") { name } none: union(id: "u7") { name } }`,
      data: { a: { name: "Đồng Nai" }, b: { name: "Huế" }, none: null },
      asks: { unions: 1 },
    },
    {
      promise: "one field of a record several times, with other arguments, in the subgraph that is asked by key",
      query: `{ union(id: "u2") { associations { country { vi: name en: name(language: EN) first: visits(first: 1) { id } sport: visits(purpose: "Sport") { id purpose } } } } }`,
      data: { union: { associations: [{ country: { vi: "Lào", en: "Laos", first: [{ id: "v1" }], sport: [{ id: "v3", purpose: "Sport" }] } }] } },
      asks: { unions: 1, countries: 1, visits: 1 },
    },
    {
      promise: "the key's name given to another field",
      query: `{ union(id: "u2") { id: name name: id associations { id: name country { code: __typename name } lastVisit { id } } } }`,
      data: { union: { id: "Huế", name: "u2", associations: [{ id: "Viet Nam – Laos", country: { code: "Country", name: "Lào" }, lastVisit: null }] } },
      wrongInStock: "it takes the key from under the alias, or overwrites the alias with the key",
    },
    {
      promise: "the name of the record's type given to another field",
      query: `{ bodies { __typename: name ... on Association { country { name } } } }`,
      data: { bodies: [{ __typename: "Đồng Nai" }, { __typename: "Viet Nam – Japan", country: { name: "Nhật Bản" } }, { __typename: "Huế" }] },
      wrongInStock: "it takes the alias for the type's name",
    },
    {
      promise: "the type's name under other names",
      query: `{ a: __typename search(term: "Huế") { kind: __typename k2: __typename } }`,
      data: { a: "Query", search: [{ kind: "Union", k2: "Union" }] },
    },
    {
      promise: "an object twice, with other fields",
      query: `{ union(id: "u2") { here: associations { id } there: associations { country { name } } } }`,
      data: { union: { here: [{ id: "a3" }], there: [{ country: { name: "Lào" } }] } },
    },
    {
      promise: "names that JavaScript's objects have",
      query: `{ constructor: union(id: "u2") { toString: name hasOwnProperty: associations { valueOf: country { prototype: name } } } }`,
      data: { constructor: { toString: "Huế", hasOwnProperty: [{ valueOf: { prototype: "Lào" } }] } },
    },
  ],
};
