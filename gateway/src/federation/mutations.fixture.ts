import type { FederatedGraph } from "./federated-graph.fixture";

let total = 0;
const pledges: { id: string; sum: number }[] = [];
const pause = (timeMs: number) => new Promise(resolve => setTimeout(resolve, timeMs));
interface Pledge {
  id: string;
  sum: number;
}

/** Changes happen one after the other, whichever subgraphs they are in. */
export const mutations: FederatedGraph = {
  idea: "mutations",
  reset: () => {
    total = 0;
    pledges.splice(0);
  },
  subgraphs: {
    pledges: {
      sdl: `
        type Query { pledges: [Pledge!]! }
        type Mutation { pledge(sum: Int!): Pledge! add(sum: Int!): Int! withdraw(id: ID!): Pledge breakDown: Int }
        type Pledge @key(fields: "id") { id: ID! sum: Int! }`,
      resolvers: {
        Query: { pledges: () => pledges },
        Mutation: {
          pledge: (_: unknown, { sum }: Pledge) => {
            pledges.push({ id: `p${pledges.length + 1}`, sum });
            return pledges.at(-1);
          },
          add: async (_: unknown, { sum }: Pledge) => {
            await pause(30);
            return (total += sum);
          },
          withdraw: (_: unknown, { id }: Pledge) => (pledges.some(pledge => pledge.id === id) ? pledges.splice(pledges.findIndex(pledge => pledge.id === id), 1)[0] : null),
          breakDown: () => {
            throw new Error("the records are closed");
          },
        },
      },
    },
    factors: {
      sdl: `
        type Query { total: Int! }
        type Mutation { double: Int! reset: Result! }
        union Result = Done | Nothing
        type Done { before: Int! }
        type Nothing { why: String! }
        type Pledge @key(fields: "id") { id: ID! sum: Int! @external receipt: String! isLarge: Boolean! @requires(fields: "sum") }`,
      resolvers: {
        Query: { total: () => total },
        Mutation: {
          double: () => (total *= 2),
          reset: () => {
            const before = total;
            total = 0;
            return before === 0 ? { __typename: "Nothing", why: "It is 0." } : { __typename: "Done", before };
          },
        },
        Pledge: { receipt: ({ id }: Pledge) => `receipt ${id} at ${total}`, isLarge: ({ sum }: Pledge) => sum > 100 },
      },
    },
  },
  cases: [
    {
      promise: "run in the order of the document, from one subgraph to the other and back",
      query: `mutation { a: add(sum: 5) b: double c: add(sum: 1) d: double e: reset { ... on Done { before } ... on Nothing { why } } f: double }`,
      data: { a: 5, b: 10, c: 11, d: 22, e: { before: 22 }, f: 0 },
    },
    {
      promise: "one that a fragment names again runs where it is named first",
      query: `mutation { p: pledge(sum: 1) { id } ...Rest a: double } fragment Rest on Mutation { q: pledge(sum: 2) { id receipt } ... on Mutation { p: pledge(sum: 1) { sum } c: add(sum: 1) } }`,
      data: { p: { id: "p1", sum: 1 }, q: { id: "p2", receipt: "receipt p2 at 0" }, c: 1, a: 2 },
      asks: { pledges: 3, factors: 2 },
      wrongInStock: "a division is asked for what the fragment names first",
    },
    {
      promise: "what comes back is completed by the other subgraph",
      query: `mutation ($sum: Int!) { first: pledge(sum: $sum) { id isLarge receipt } second: pledge(sum: 7) { sum isLarge } }`,
      variables: { sum: 500 },
      data: { first: { id: "p1", isLarge: true, receipt: "receipt p1 at 0" }, second: { sum: 7, isLarge: false } },
    },
    {
      promise: "what another subgraph adds is added before the next one runs",
      query: `mutation { first: pledge(sum: 1) { receipt } add(sum: 4) last: pledge(sum: 2) { receipt } again: add(sum: 1) }`,
      data: { first: { receipt: "receipt p1 at 0" }, add: 4, last: { receipt: "receipt p2 at 4" }, again: 5 },
      asks: { pledges: 4, factors: 2 },
      wrongInStock: "changes of one subgraph that follow each other run before anybody else is asked",
    },
    {
      promise: "one that fails does not stop those after it",
      query: `mutation { one: pledge(sum: 1) { id } broken: breakDown two: pledge(sum: 2) { id receipt } }`,
      data: { one: { id: "p1" }, broken: null, two: { id: "p2", receipt: "receipt p2 at 0" } },
      errors: [{ path: ["broken"], code: "INTERNAL_SERVER_ERROR" }],
    },
    {
      promise: "one that is left out does not run",
      query: `mutation ($really: Boolean = false) { add(sum: 3) double @include(if: $really) again: add(sum: 0) }`,
      data: { add: 3, again: 3 },
      asks: { pledges: 2 },
    },
    {
      promise: "one is sent once",
      query: `mutation { pledge(sum: 9) { id } withdraw(id: "p1") { sum } gone: withdraw(id: "p1") { sum } }`,
      data: { pledge: { id: "p1" }, withdraw: { sum: 9 }, gone: null },
      asks: { pledges: 3 },
    },
    { promise: "the type's name alone asks nobody", query: `mutation { __typename }`, data: { __typename: "Mutation" }, asks: {} },
  ],
};
