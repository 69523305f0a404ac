import { everydaySubgraphs } from "./everyday-graph.fixture";
import type { FederatedGraph } from "./federated-graph.fixture";

export const introspection: FederatedGraph = {
  idea: "introspection",
  subgraphs: everydaySubgraphs,
  cases: [
    {
      promise: "one graph, in which nothing shows that there are subgraphs",
      query: `{ __schema { queryType { name } mutationType { name } directives { name } } entities: __type(name: "_Entity") { name } any: __type(name: "_Any") { name } service: __type(name: "_Service") { name } graphs: __type(name: "join__Graph") { name } }`,
      data: {
        __schema: { queryType: { name: "Query" }, mutationType: null, directives: ["include", "skip", "deprecated", "specifiedBy", "oneOf"].map(name => ({ name })) },
        entities: null,
        any: null,
        service: null,
        graphs: null,
      },
      asks: {},
    },
    {
      promise: "a type has the fields of every subgraph",
      query: `{ __type(name: "Country") { kind fields { name args { name defaultValue } } } }`,
      data: { __type: { kind: "OBJECT", fields: [
        { name: "code", args: [] },
        { name: "name", args: [{ name: "language", defaultValue: "VI" }] },
        { name: "borders", args: [] },
        { name: "associations", args: [] },
        { name: "visits", args: [{ name: "first", defaultValue: "2" }, { name: "purpose", defaultValue: null }] },
      ] } },
      asks: {},
    },
    {
      promise: "beside data, under other names, by variables and fragments",
      query: `query ($name: String!) { body: __type(name: $name) { ...Kind possibleTypes { name } } union(id: "u2") { name } kind: __typename } fragment Kind on __Type { kind name }`,
      variables: { name: "Body" },
      data: { body: { kind: "INTERFACE", name: "Body", possibleTypes: [{ name: "Association" }, { name: "Union" }] }, union: { name: "Huế" }, kind: "Query" },
      asks: { unions: 1 },
    },
    { promise: "a type that is not there", query: `{ __type(name: "Moon") { name } }`, data: { __type: null }, asks: {} },
    {
      promise: "what is left out is left out",
      query: `query ($no: Boolean = false) { __type(name: "Kind") @skip(if: $no) { name @include(if: $no) enumValues { name } } __schema @include(if: $no) { queryType { name } } }`,
      data: { __type: { enumValues: [{ name: "UNION" }, { name: "ASSOCIATION" }] } },
      asks: {},
    },
    { promise: "the root's name alone", query: `{ __typename }`, data: { __typename: "Query" }, asks: {} },
  ],
};

export const deprecated: FederatedGraph = {
  idea: "deprecated fields",
  subgraphs: everydaySubgraphs,
  cases: [
    { promise: "are answered", query: `{ union(id: "u1") { established } }`, data: { union: { established: 1976 } }, asks: { unions: 1 } },
    {
      promise: "are shown with the reason, to those who ask for them",
      query: `{ all: __type(name: "Union") { fields(includeDeprecated: true) { name isDeprecated deprecationReason } } current: __type(name: "Union") { fields { name } } }`,
      data: {
        all: { fields: ["id", "name", "founded", "established", "associations"].map(name => ({ name, isDeprecated: name === "established", deprecationReason: name === "established" ? "Use founded." : null })) },
        current: { fields: ["id", "name", "founded", "associations"].map(name => ({ name })) },
      },
      asks: {},
    },
  ],
};
