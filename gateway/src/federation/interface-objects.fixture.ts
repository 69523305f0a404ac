import type { FederatedGraph } from "./federated-graph.fixture";

const documents = [
  { __typename: "Report", id: "d1", title: "Year 2024", pages: 12 },
  { __typename: "Letter", id: "d2", title: "To Vientiane", to: "LA" },
];
interface Key {
  id: string;
  title?: string;
}
const byId = ({ id }: Key) => documents.find(document => document.id === id) ?? null;

/** A subgraph adds fields to every type behind an interface without knowing those types. */
export const interfaceObjects: FederatedGraph = {
  idea: "interface objects",
  subgraphs: {
    documents: {
      sdl: `
        type Query { documents: [Document!]! letter: Letter! }
        interface Document @key(fields: "id") { id: ID! title: String! }
        type Report implements Document @key(fields: "id") { id: ID! title: String! pages: Int! }
        type Letter implements Document @key(fields: "id") { id: ID! title: String! to: String! }`,
      resolvers: {
        Query: { documents: () => documents, letter: () => documents[1] },
        Document: { __resolveReference: byId },
        Report: { __resolveReference: byId },
        Letter: { __resolveReference: byId },
      },
    },
    archive: {
      sdl: `
        type Query { oldest: Document! shelf(row: Int!): [Document]! }
        type Document @key(fields: "id") @interfaceObject { id: ID! title: String! @external box: Int! label: String! @requires(fields: "title") marks: [Mark!] }
        type Mark { text: String by: Document }`,
      resolvers: {
        Query: { oldest: () => ({ id: "d2" }), shelf: (_: unknown, { row }: { row: number }) => [{ id: "d1" }, null, { id: row === 1 ? "d2" : "d9" }] },
        Document: { box: ({ id }: Key) => Number(id.slice(1)) * 10, label: ({ id, title }: Key) => `${id}: ${title}`, marks: ({ id }: Key) => [{ text: id, by: { id } }] },
      },
    },
    seals: {
      sdl: `type Document @key(fields: "id") @interfaceObject { id: ID! seal: String }`,
      resolvers: { Document: { seal: ({ id }: Key) => (id === "d1" ? "red" : null) } },
    },
  },
  cases: [
    { promise: "the added field of records whose type is known", query: `{ documents { title box seal } }`, data: { documents: [{ title: "Year 2024", box: 10, seal: "red" }, { title: "To Vientiane", box: 20, seal: null }] }, asks: { documents: 1, archive: 1, seals: 1 } },
    { promise: "the added field of one type", query: `{ letter { to box } documents { ... on Report { box pages } } }`, data: { letter: { to: "LA", box: 20 }, documents: [{ box: 10, pages: 12 }, {}] } },
    {
      promise: "more added fields of one type, which stays known",
      query: `{ documents { marks { text } ... on Report { __typename first: marks { by { title } } } } }`,
      data: { documents: [{ marks: [{ text: "d1" }], __typename: "Report", first: [{ by: { title: "Year 2024" } }] }, { marks: [{ text: "d2" }] }] },
      wrongInStock: "the subgraph that knows the interface only overwrites the type's name with it",
    },
    { promise: "of a record whose type is not known, what every type has", query: `{ oldest { id box } }`, data: { oldest: { id: "d2", box: 20 } }, asks: { archive: 1 } },
    { promise: "its type is asked for where it is", query: `{ oldest { __typename box } }`, data: { oldest: { __typename: "Letter", box: 20 } }, asks: { archive: 1, documents: 1 } },
    { promise: "what its type has", query: `{ oldest { title ... on Letter { to } ... on Report { pages } } }`, data: { oldest: { title: "To Vientiane", to: "LA" } }, asks: { archive: 1, documents: 1 } },
    { promise: "an added field under a type's condition", query: `{ oldest { ... on Report { box } ... on Letter { seal } } }`, data: { oldest: { seal: null } } },
    { promise: "what another one of its kind adds", query: `{ oldest { seal box } }`, data: { oldest: { seal: null, box: 20 } }, asks: { archive: 1, seals: 1 } },
    { promise: "an added field that requires one of the interface", query: `{ oldest { label } documents { label } }`, data: { oldest: { label: "d2: To Vientiane" }, documents: [{ label: "d1: Year 2024" }, { label: "d2: To Vientiane" }] } },
    {
      promise: "lists of them, with null and types mixed",
      query: `{ shelf(row: 1) { kind: __typename box ... on Report { pages } } }`,
      data: { shelf: [{ kind: "Report", box: 10, pages: 12 }, null, { kind: "Letter", box: 20 }] },
    },
  ],
};
