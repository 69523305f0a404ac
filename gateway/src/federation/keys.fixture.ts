import type { FederatedGraph } from "./federated-graph.fixture";

const unions = [
  { id: "u1", slug: "dong-nai", name: "Đồng Nai", chair: { badge: "c-7", region: { code: "SE", seq: 2 } } },
  { id: "u2", slug: "hue", name: "Huế", chair: { badge: "c-9", region: { code: "NC", seq: 1 } } },
];
interface UnionKey {
  id?: string;
  slug?: string;
}
const unionBy = ({ id, slug }: UnionKey) => unions.find(union => (id === undefined ? union.slug === slug : union.id === id)) ?? null;

/** How a record of one subgraph is found in another. */
export const keys: FederatedGraph = {
  idea: "keys",
  subgraphs: {
    unions: {
      sdl: `
        type Query { unions: [Union!]!, union(id: ID!): Union, seats: [Seat!]! }
        type Union @key(fields: "id") @key(fields: "slug") { id: ID! slug: String! name: String! chair: Chair! }
        type Chair @key(fields: "badge region { code seq }") { badge: ID! region: Region! }
        type Region @shareable { code: String! seq: Int! }
        type Seat @key(fields: "union { id } row") { union: Union! @shareable row: Int! }`,
      resolvers: {
        Query: {
          unions: () => unions,
          union: (_: unknown, key: UnionKey) => unionBy(key),
          seats: () => [{ union: unions[0], row: 1 }, { union: unions[1], row: 1 }, { union: unions[0], row: 2 }],
        },
        Union: { __resolveReference: unionBy },
      },
    },
    aid: {
      sdl: `
        type Query { largestProject: Project! }
        type Project { title: String! union: Union! }
        type Union @key(fields: "slug") { slug: String! projects: [Project!]! }`,
      resolvers: {
        Query: { largestProject: () => ({ title: "School", union: { slug: "hue" } }) },
        Union: { projects: ({ slug }: UnionKey) => (slug === "hue" ? [{ title: "School", union: { slug } }, { title: "Well", union: { slug } }] : []) },
      },
    },
    finance: {
      sdl: `type Union @key(fields: "id") { id: ID! budget: Int }`,
      resolvers: { Union: { budget: ({ id }: UnionKey) => (id === "u2" ? 40 : null) } },
    },
    protocol: {
      sdl: `
        type Chair @key(fields: "badge region { code seq }") { badge: ID! region: Region! title: String! }
        type Region @shareable { code: String! seq: Int! }
        type Seat @key(fields: "union { id } row") { union: Union! @shareable row: Int! holder: String! }
        type Union @key(fields: "id") { id: ID! }`,
      resolvers: {
        Chair: { title: ({ badge, region }: { badge: string; region: { code: string; seq: number } }) => `${badge} of ${region.code}${region.seq}` },
        Seat: { holder: ({ union, row }: { union: { id: string }; row: number }) => `${union.id} in row ${row}` },
      },
    },
  },
  cases: [
    {
      promise: "follows a single key to another subgraph",
      query: `{ union(id: "u2") { name budget } }`,
      data: { union: { name: "Huế", budget: 40 } },
      asks: { unions: 1, finance: 1 },
    },
    {
      promise: "asks once for all records of a list",
      query: `{ unions { budget projects { title } name } }`,
      data: { unions: [{ budget: null, projects: [], name: "Đồng Nai" }, { budget: 40, projects: [{ title: "School" }, { title: "Well" }], name: "Huế" }] },
      asks: { unions: 1, aid: 1, finance: 1 },
    },
    {
      promise: "changes from one key to another on the way",
      query: `{ largestProject { title union { budget name } } }`,
      data: { largestProject: { title: "School", union: { budget: 40, name: "Huế" } } },
      asks: { aid: 1, unions: 1, finance: 1 },
    },
    {
      promise: "goes back to the subgraph that it came from, through another's key",
      query: `{ largestProject { union { id projects { title union { slug name } } } } }`,
      data: { largestProject: { union: { id: "u2", projects: [{ title: "School", union: { slug: "hue", name: "Huế" } }, { title: "Well", union: { slug: "hue", name: "Huế" } }] } } },
    },
    {
      promise: "follows a key of several fields, some of them in an object",
      query: `{ unions { chair { title } } }`,
      data: { unions: [{ chair: { title: "c-7 of SE2" } }, { chair: { title: "c-9 of NC1" } }] },
      asks: { unions: 1, protocol: 1 },
    },
    {
      promise: "follows a key that holds another record's key",
      query: `{ seats { holder union { name budget } } }`,
      data: { seats: [
        { holder: "u1 in row 1", union: { name: "Đồng Nai", budget: null } },
        { holder: "u2 in row 1", union: { name: "Huế", budget: 40 } },
        { holder: "u1 in row 2", union: { name: "Đồng Nai", budget: null } },
      ] },
      asks: { unions: 1, protocol: 1, finance: 1 },
    },
    {
      promise: "answers nothing of a record that is not there, and asks nobody else",
      query: `{ union(id: "u9") { name budget projects { title } } }`,
      data: { union: null },
      asks: { unions: 1 },
    },
    {
      promise: "does not show the keys it needed",
      query: `{ largestProject { union { budget } } }`,
      data: { largestProject: { union: { budget: 40 } } },
    },
  ],
};
