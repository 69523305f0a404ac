import type { FederatedGraph } from "./federated-graph.fixture";

const fail = () => {
  throw new Error("no connection to the records");
};
const people = [{ id: "1" }, { id: "2" }, { id: "3" }];
interface Id {
  id: string;
}
const failed = "INTERNAL_SERVER_ERROR";

/** Where something is missing: how far null reaches, and what says so. */
export const nullPropagation: FederatedGraph = {
  idea: "null propagation",
  subgraphs: {
    people: {
      sdl: `
        type Query { person(id: ID!): Person people: [Person!]! sure: Person! groups: [[Person!]!]! maybe: [Person]! broken: String brokenSure: String! calm: String! }
        type Person @key(fields: "id") { id: ID! friend: Person nickname: String }`,
      resolvers: {
        Query: {
          person: (_: unknown, { id }: Id) => people.find(person => person.id === id) ?? null,
          people: () => people,
          sure: () => people[1],
          groups: () => [[people[0], people[2]], [], [people[1]]],
          maybe: () => [people[0], null, people[1]],
          broken: fail,
          brokenSure: fail,
          calm: () => "calm",
        },
        Person: { friend: ({ id }: Id) => (id === "1" ? people[1] : null), nickname: ({ id }: Id) => (id === "2" ? fail() : `nick ${id}`) },
      },
    },
    files: {
      sdl: `type Person @key(fields: "id") { id: ID! phone: String photo: String! notes: [String!] pages: [Page]  strict: [Page!]! address: Address } type Page { text: String! number: Int } type Address { street: String! city: String }`,
      resolvers: {
        Person: {
          // There is no file of the third person.
          __resolveReference: ({ id }: Id) => (id === "3" ? null : { id }),
          phone: ({ id }: Id) => (id === "2" ? fail() : `+${id}`),
          photo: ({ id }: Id) => (id === "2" ? fail() : `photo ${id}`),
          notes: ({ id }: Id) => (id === "2" ? ["a", null] : ["b"]),
          pages: ({ id }: Id) => [{ number: 1, text: "one" }, { number: 2, text: id === "2" ? fail : "two" }],
          strict: ({ id }: Id) => [{ number: 1, text: id === "2" ? fail : "one" }],
          address: ({ id }: Id) => ({ street: id === "2" ? fail : "Lê Lợi", city: "Huế" }),
        },
      },
    },
  },
  cases: [
    {
      promise: "a field that fails is null, with its path; the rest stays",
      query: `{ broken calm }`,
      data: { broken: null, calm: "calm" },
      errors: [{ path: ["broken"], code: failed }],
    },
    {
      promise: "a root field that may not be null takes everything with it",
      query: `{ brokenSure calm }`,
      data: null,
      errors: [{ path: ["brokenSure"], code: failed }],
    },
    {
      promise: "and what was well is gone with it, and is no fault",
      query: `{ before: calm brokenSure after: calm }`,
      data: null,
      errors: [{ path: ["brokenSure"], code: failed }],
    },
    {
      promise: "a field of another subgraph fails: its path is that of the client's query, with the place in the list",
      query: `{ people { id phone } }`,
      data: { people: [{ id: "1", phone: "+1" }, { id: "2", phone: null }, { id: "3", phone: null }] },
      errors: [{ path: ["people", 1, "phone"], code: failed }],
      asks: { people: 1, files: 1 },
    },
    {
      promise: "the path has the client's names",
      query: `{ everybody: people { nr: id tel: phone } }`,
      data: { everybody: [{ nr: "1", tel: "+1" }, { nr: "2", tel: null }, { nr: "3", tel: null }] },
      errors: [{ path: ["everybody", 1, "tel"], code: failed }],
    },
    {
      promise: "a record that the other subgraph does not have: what may be null is null, and no error says so",
      query: `{ person(id: "3") { id phone notes } }`,
      data: { person: { id: "3", phone: null, notes: null } },
    },
    {
      promise: "one list inside of another, and records that are null, keep their places",
      query: `{ groups { phone } maybe { phone } }`,
      data: { groups: [[{ phone: "+1" }, { phone: null }], [], [{ phone: null }]], maybe: [{ phone: "+1" }, null, { phone: null }] },
      errors: [{ path: ["groups", 2, 0, "phone"], code: failed }, { path: ["maybe", 2, "phone"], code: failed }],
    },
    {
      promise: "null in a list that may hold none makes the list null",
      query: `{ person(id: "2") { id notes } }`,
      data: { person: { id: "2", notes: null } },
      errors: [{ path: ["person", "notes", 1], code: failed }],
    },
    {
      promise: "a failing field that may not be null makes its object null, as far as that may be null",
      query: `{ person(id: "2") { pages { number text } address { city street } } }`,
      data: { person: { pages: [{ number: 1, text: "one" }, null], address: null } },
      errors: [{ path: ["person", "pages", 1, "text"], code: failed }, { path: ["person", "address", "street"], code: failed }],
    },
    {
      promise: "beyond the subgraph's own answer too: the record, the friend, or everything",
      query: `{ person(id: "1") { id friend { id photo } } }`,
      data: { person: { id: "1", friend: null } },
      errors: [{ path: ["person", "friend", "photo"], code: failed }],
    },
    {
      promise: "as far as a list of what may be null",
      query: `{ maybe { id photo } }`,
      data: { maybe: [{ id: "1", photo: "photo 1" }, null, null] },
      errors: [{ path: ["maybe", 2, "photo"], code: failed }],
    },
    {
      promise: "up to the whole answer, where nothing on the way may be null",
      query: `{ calm sure { id photo } }`,
      data: null,
      errors: [{ path: ["sure", "photo"], code: failed }],
    },
    {
      promise: "a list that may not be null, of what may not be null",
      query: `{ person(id: "2") { id } maybe { strict { number text } } }`,
      data: { person: { id: "2" }, maybe: [{ strict: [{ number: 1, text: "one" }] }, null, null] },
      errors: [{ path: ["maybe", 2, "strict", 0, "text"], code: failed }],
    },
    {
      promise: "a field that may not be null, of a record that the other subgraph does not have: null, and an error",
      query: `{ person(id: "3") { id photo } calm }`,
      data: { person: null, calm: "calm" },
      errors: [{ path: ["person", "photo"], code: failed }],
    },
  ],
};
