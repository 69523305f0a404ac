import type { FederatedGraph } from "./federated-graph.fixture";

const projects = [{ id: "p1", dong: 2600 }, { id: "p2", dong: 5200 }];
const reports = ["spring", "summer", "autumn", "winter"];
interface Needs {
  id: string;
  cost?: number;
  reports?: { title: string }[];
  place?: { distance: number };
}
const byId = ({ id }: { id: string }) => projects.find(project => project.id === id) ?? null;

/** Requirements with arguments, beside the client's own arguments and beside each other. */
export const requiresArguments: FederatedGraph = {
  idea: "requires with arguments",
  subgraphs: {
    projects: {
      sdl: `
        type Query { projects: [Project!]! project(id: ID!): Project }
        enum Currency { VND USD EUR }
        type Project @key(fields: "id") { id: ID! cost(currency: Currency! = VND): Int! reports(first: Int): [Report!]! place: Place! }
        type Report { title: String! }
        type Place { distance(from: String!): Int! }`,
      resolvers: {
        Query: { projects: () => projects, project: (_: unknown, key: { id: string }) => byId(key) },
        Project: {
          __resolveReference: byId,
          cost: ({ dong }: { dong: number }, { currency }: { currency: string }) => (currency === "VND" ? dong : currency === "USD" ? dong / 26 : dong / 52),
          reports: ({ id }: { id: string }, { first }: { first?: number | null }) => reports.slice(0, first ?? reports.length).map(season => ({ title: `${season} of ${id}` })),
          place: () => ({}),
        },
        Place: { distance: (_: unknown, { from }: { from: string }) => from.length },
      },
    },
    summaries: {
      sdl: `
        enum Currency { VND USD EUR }
        type Project @key(fields: "id") {
          id: ID!
          cost(currency: Currency! = VND): Int! @external
          reports(first: Int): [Report!]! @external
          place: Place! @external
          dollars: String! @requires(fields: "cost(currency: USD)")
          euros: String! @requires(fields: "cost(currency: EUR)")
          latest: String! @requires(fields: "reports(first: 3) { title }")
          far: String! @requires(fields: "place { distance(from: \\"Hanoi\\") }")
          near: String! @requires(fields: "place { distance(from: \\"Hue\\") }")
          seen: Boolean!
          inDong: String! @requires(fields: "cost")
        }
        type Report { title: String! @external }
        type Place { distance(from: String!): Int! @external }`,
      resolvers: {
        Project: {
          dollars: ({ cost }: Needs) => `${cost} USD`,
          euros: ({ cost }: Needs) => `${cost} EUR`,
          latest: ({ reports: given }: Needs) => `${given?.length}: ${given?.at(-1)?.title}`,
          far: ({ place }: Needs) => `${place?.distance} far`,
          near: ({ place }: Needs) => `${place?.distance} near`,
          seen: () => true,
          inDong: ({ cost }: Needs) => `${cost} VND`,
        },
      },
    },
  },
  cases: [
    {
      promise: "gives the requirement with its arguments",
      query: `{ projects { dollars latest far } }`,
      data: { projects: [{ dollars: "100 USD", latest: "3: autumn of p1", far: "5 far" }, { dollars: "200 USD", latest: "3: autumn of p2", far: "5 far" }] },
    },
    {
      promise: "the client asks for the same field with other arguments, before it",
      query: `{ project(id: "p1") { reports(first: 1) { title } latest } }`,
      data: { project: { reports: [{ title: "spring of p1" }], latest: "3: autumn of p1" } },
      wrongInStock: "the client's arguments and those of the requirement meet under one name",
    },
    {
      promise: "and after it",
      query: `{ project(id: "p1") { latest reports(first: 1) { title } dollars cost } }`,
      data: { project: { latest: "3: autumn of p1", reports: [{ title: "spring of p1" }], dollars: "100 USD", cost: 2600 } },
      wrongInStock: "the client's arguments and those of the requirement meet under one name",
    },
    {
      promise: "the client asks for it with the same arguments",
      query: `{ project(id: "p1") { reports(first: 3) { title } latest cost(currency: USD) dollars } }`,
      data: { project: { reports: ["spring", "summer", "autumn"].map(season => ({ title: `${season} of p1` })), latest: "3: autumn of p1", cost: 100, dollars: "100 USD" } },
    },
    {
      promise: "the client asks for it with a variable, whatever that holds",
      query: `query ($first: Int = 2, $currency: Currency! = EUR) { project(id: "p1") { latest dollars reports(first: $first) { title } cost(currency: $currency) } }`,
      data: { project: { latest: "3: autumn of p1", dollars: "100 USD", reports: [{ title: "spring of p1" }, { title: "summer of p1" }], cost: 50 } },
      wrongInStock: "the client's arguments and those of the requirement meet under one name",
    },
    {
      promise: "the client asks for it in fragments",
      query: `
        query ($first: Int!) { projects { ...Latest ...Reports ...Again } }
        fragment Latest on Project { latest }
        fragment Reports on Project { reports(first: $first) { title } }
        fragment Again on Project { reports(first: $first) { __typename } ... { latest } }`,
      variables: { first: 1 },
      data: { projects: ["p1", "p2"].map(id => ({ latest: `3: autumn of ${id}`, reports: [{ title: `spring of ${id}`, __typename: "Report" }] })) },
      wrongInStock: "the client's arguments and those of the requirement meet under one name",
    },
    {
      promise: "the client asks for it under other names",
      query: `{ project(id: "p1") { cost: euros dollars: reports(first: 1) { title } money: dollars reports: latest } }`,
      data: { project: { cost: "50 EUR", dollars: [{ title: "spring of p1" }], money: "100 USD", reports: "3: autumn of p1" } },
      wrongInStock: "what is required and what the client named so meet under one name",
    },
    {
      promise: "two fields require one field with different arguments",
      query: `{ projects { dollars euros seen } }`,
      data: { projects: [{ dollars: "100 USD", euros: "50 EUR", seen: true }, { dollars: "200 USD", euros: "100 EUR", seen: true }] },
      wrongInStock: "the last one's arguments win for both",
    },
    {
      promise: "the same, deep in an object, and under the client's names",
      query: `{ project(id: "p2") { a: near b: far place { distance(from: "Da Nang") } } }`,
      data: { project: { a: "3 near", b: "5 far", place: { distance: 7 } } },
      wrongInStock: "the last one's arguments win for both",
    },
    {
      promise: "a requirement without arguments, beside the client's",
      query: `query ($currency: Currency!) { project(id: "p1") { inDong cost(currency: $currency) } projects { cost inDong } }`,
      variables: { currency: "EUR" },
      data: { project: { inDong: "2600 VND", cost: 50 }, projects: [{ cost: 2600, inDong: "2600 VND" }, { cost: 5200, inDong: "5200 VND" }] },
      wrongInStock: "the client's arguments and those of the requirement meet under one name",
    },
    {
      promise: "one without arguments beside one with",
      query: `{ project(id: "p1") { inDong dollars cost(currency: EUR) } }`,
      data: { project: { inDong: "2600 VND", dollars: "100 USD", cost: 50 } },
      wrongInStock: "the last one's arguments win for both",
    },
    {
      promise: "all of it at once",
      query: `{ projects { cost dong: cost(currency: VND) euros dollars far near latest reports(first: 1) { title } } }`,
      data: { projects: [
        { cost: 2600, dong: 2600, euros: "50 EUR", dollars: "100 USD", far: "5 far", near: "3 near", latest: "3: autumn of p1", reports: [{ title: "spring of p1" }] },
        { cost: 5200, dong: 5200, euros: "100 EUR", dollars: "200 USD", far: "5 far", near: "3 near", latest: "3: autumn of p2", reports: [{ title: "spring of p2" }] },
      ] },
      wrongInStock: "the last one's arguments win for both",
    },
  ],
};
