import type { FederatedGraph } from "./federated-graph.fixture";

const marked = (definition: string) => `
  extend schema @link(url: "https://example.org/mark/v1.0", import: ["@mark"]) @composeDirective(name: "@mark")
  enum Ink { RED BLUE }
  directive @mark(ink: Ink!${definition}) on FIELD | FRAGMENT_SPREAD`;

/** A directive that clients write, and that nobody has to follow: it changes nothing, and is no error. */
export const clientDirectives: FederatedGraph = {
  idea: "composed directives of clients",
  subgraphs: {
    letters: {
      sdl: `${marked("")}
        type Query { letter: Letter }
        type Letter @key(fields: "id") { id: ID! subject: String! }`,
      resolvers: { Query: { letter: () => ({ id: "l1", subject: "greetings" }) } },
    },
    post: {
      sdl: `${marked(" = RED")}
        type Query { box: String }
        type Letter @key(fields: "id") { id: ID! stamp(ink: Ink): String }`,
      resolvers: {
        Query: { box: () => "full" },
        Letter: { stamp: ({ id }: { id: string }, { ink }: { ink?: string }) => `stamp of ${id}${ink === undefined ? "" : ` in ${ink}`}` },
      },
    },
  },
  cases: [
    {
      promise: "may stand on fields of any division, with what it leaves out by default",
      query: `{ letter @mark { subject stamp @mark(ink: BLUE) } box @mark }`,
      data: { letter: { subject: "greetings", stamp: "stamp of l1" }, box: "full" },
      asks: { letters: 1, post: 2 },
    },
    {
      promise: "may stand on spreads, beside what is skipped",
      query: `query ($no: Boolean!) { letter { ...One @mark box: stamp @skip(if: $no) } } fragment One on Letter { id }`,
      variables: { no: true },
      data: { letter: { id: "l1" } },
    },
    {
      promise: "may hold a variable that other fields need too",
      query: `query ($ink: Ink!) { letter { stamp(ink: $ink) @mark(ink: $ink) } }`,
      variables: { ink: "BLUE" },
      data: { letter: { stamp: "stamp of l1 in BLUE" } },
    },
    { promise: "are checked as they are written", query: `{ box @mark(ink: GREEN) }`, errors: [{ code: "GRAPHQL_VALIDATION_FAILED" }] },
    { promise: "stand only where they may", query: `query @mark { box }`, errors: [{ code: "GRAPHQL_VALIDATION_FAILED" }] },
  ],
};
