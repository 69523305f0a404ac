import type { FederatedGraph } from "./federated-graph.fixture";

const refused = [{ code: "GRAPHQL_VALIDATION_FAILED" }];
const members = [
  { __typename: "Member", id: "m1", secret: 41, level: "OPEN" },
  { __typename: "Member", id: "m2", secret: 42, level: "CLOSED" },
];
const agent = { __typename: "Agent", id: "x1" };

/** What subgraphs know of each other, and clients do not. */
export const inaccessible: FederatedGraph = {
  idea: "inaccessible",
  subgraphs: {
    members: {
      sdl: `
        type Query { members(level: Level = OPEN, all: Boolean = true @inaccessible): [Member!]! people: [Person]! staff: [Staff]! hidden: Int @inaccessible }
        enum Level { OPEN CLOSED @inaccessible }
        interface Person { id: ID! }
        union Staff = Member | Agent
        type Member implements Person @key(fields: "id") { id: ID! secret: Int! @inaccessible level: Level levels: [Level] must: Level! }
        type Agent implements Person @inaccessible { id: ID! }`,
      resolvers: {
        Query: { members: (_: unknown, { all }: { all: boolean }) => (all ? members : []), people: () => [members[0], agent], staff: () => [agent, members[1]] },
        Member: { levels: ({ level }: { level: string }) => ["OPEN", level], must: ({ level }: { level: string }) => level },
      },
    },
    cards: {
      sdl: `type Member @key(fields: "id") { id: ID! secret: Int! @external cardNumber: Int! @requires(fields: "secret") }`,
      resolvers: { Member: { cardNumber: ({ secret }: { secret: number }) => secret * 10 } },
    },
  },
  cases: [
    { promise: "a field is not in the graph", query: `{ members { secret } }`, errors: refused, asks: {} },
    { promise: "nor is a root field", query: `{ hidden }`, errors: refused, asks: {} },
    { promise: "nor a type", query: `{ people { ... on Agent { id } } }`, errors: refused, asks: {} },
    { promise: "nor an argument", query: `{ members(all: false) { id } }`, errors: refused, asks: {} },
    { promise: "nor an enum's value", query: `{ members(level: CLOSED) { id } }`, errors: refused, asks: {} },
    { promise: "another subgraph can require it", query: `{ members { cardNumber } }`, data: { members: [{ cardNumber: 410 }, { cardNumber: 420 }] }, asks: { members: 1, cards: 1 } },
    {
      promise: "a value that may not be seen is null, as if it were not there, without an error",
      query: `{ members { level levels } }`,
      data: { members: [{ level: "OPEN", levels: ["OPEN", "OPEN"] }, { level: null, levels: ["OPEN", null] }] },
      wrongInStock: "an error for what is hidden on purpose",
    },
    { promise: "a record of a type that may not be seen too", query: `{ people { __typename id } staff { __typename ... on Member { id } } }`, data: { people: [{ __typename: "Member", id: "m1" }, null], staff: [null, { __typename: "Member", id: "m2" }] }, wrongInStock: "an error for what is hidden on purpose" },
    {
      promise: "where that may not be null, an error says so",
      query: `{ members { must } }`,
      data: null,
      errors: [{ path: ["members", 1, "must"], code: "INTERNAL_SERVER_ERROR" }],
    },
    {
      promise: "introspection does not know it",
      query: `{ __type(name: "Level") { enumValues { name } } agent: __type(name: "Agent") { name } query: __type(name: "Member") { fields { name } } }`,
      data: { __type: { enumValues: [{ name: "OPEN" }] }, agent: null, query: { fields: ["id", "cardNumber", "level", "levels", "must"].map(name => ({ name })) } },
      asks: {},
    },
  ],
};
