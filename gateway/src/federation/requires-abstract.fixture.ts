import type { FederatedGraph } from "./federated-graph.fixture";

const sponsors: Record<string, object | null> = {
  e1: { __typename: "Company", name: "Sông Hồng", taxCode: "031" },
  e2: { __typename: "Family", name: "Trần", village: "Kim Liên", size: 5 },
  e3: null,
};
interface Needs {
  id: string;
  sponsor?: { name?: string; taxCode?: string; village?: string } | null;
  gifts?: { sum?: number; thing?: string }[];
}
const events = Object.keys(sponsors).map(id => ({ id }));
const gifts = (id: string) => (id === "e1" ? [{ __typename: "Money", sum: 7 }, { __typename: "Goods", thing: "rice" }] : []);

/** Requirements that go through interfaces and unions. */
export const requiresAbstract: FederatedGraph = {
  idea: "requires through abstract types",
  subgraphs: {
    events: {
      sdl: `
        type Query { events: [Event!]! }
        type Event @key(fields: "id") { id: ID! sponsor: Sponsor gifts: [Gift!]! }
        interface Sponsor { name: String! }
        type Company implements Sponsor { name: String! taxCode: String! }
        type Family implements Sponsor { name: String! village: String! size: Int! }
        union Gift = Money | Goods
        type Money { sum: Int! }
        type Goods { thing: String! }`,
      resolvers: {
        Query: { events: () => events },
        Event: { sponsor: ({ id }: Needs) => sponsors[id], gifts: ({ id }: Needs) => gifts(id) },
      },
    },
    letters: {
      sdl: `
        type Query { firstEvent: Event! }
        type Event @key(fields: "id") {
          id: ID!
          sponsor: Sponsor @external
          gifts: [Gift!]! @external
          greeting: String! @requires(fields: "sponsor { name }")
          envelope: String! @requires(fields: "sponsor { name ... on Company { taxCode } ... on Family { village } }")
          receipt: String! @requires(fields: "gifts { ... on Money { sum } ... on Goods { thing } }")
        }
        interface Sponsor { name: String! }
        type Company implements Sponsor { name: String! @external taxCode: String! @external }
        type Family implements Sponsor { name: String! @external village: String! @external }
        union Gift = Money | Goods
        type Money { sum: Int! @external }
        type Goods { thing: String! @external }`,
      resolvers: {
        Query: { firstEvent: () => events[0] },
        Event: {
          greeting: ({ sponsor }: Needs) => `Dear ${sponsor?.name ?? "friend"}`,
          envelope: ({ sponsor }: Needs) => (sponsor ? `${sponsor.name}, ${sponsor.taxCode ?? sponsor.village}` : "no envelope"),
          receipt: ({ gifts: given }: Needs) => given!.map(({ sum, thing }) => sum ?? thing).join(" and "),
        },
      },
    },
  },
  cases: [
    {
      promise: "a field of an interface",
      query: `{ events { greeting } }`,
      data: { events: [{ greeting: "Dear Sông Hồng" }, { greeting: "Dear Trần" }, { greeting: "Dear friend" }] },
      asks: { events: 1, letters: 1 },
    },
    {
      promise: "fields of each type behind an interface",
      query: `{ events { envelope } }`,
      data: { events: [{ envelope: "Sông Hồng, 031" }, { envelope: "Trần, Kim Liên" }, { envelope: "no envelope" }] },
      asks: { events: 1, letters: 1 },
    },
    {
      promise: "fields of each member of a union, in a list",
      query: `{ events { receipt } }`,
      data: { events: [{ receipt: "7 and rice" }, { receipt: "" }, { receipt: "" }] },
    },
    {
      promise: "beside what the client asks of the same",
      query: `{ events { sponsor { ... on Family { size kind: __typename } } envelope greeting } }`,
      data: { events: [
        { sponsor: {}, envelope: "Sông Hồng, 031", greeting: "Dear Sông Hồng" },
        { sponsor: { size: 5, kind: "Family" }, envelope: "Trần, Kim Liên", greeting: "Dear Trần" },
        { sponsor: null, envelope: "no envelope", greeting: "Dear friend" },
      ] },
    },
    {
      promise: "from the subgraph that requires, there and back",
      query: `{ firstEvent { envelope receipt sponsor { name } } }`,
      data: { firstEvent: { envelope: "Sông Hồng, 031", receipt: "7 and rice", sponsor: { name: "Sông Hồng" } } },
      asks: { letters: 2, events: 1 },
    },
  ],
};
