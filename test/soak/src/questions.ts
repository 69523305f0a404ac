import { buildSchema, execute, parse } from "graphql";
import { root } from "./divisions/records";

const whole = buildSchema(`
  type Query { person(id: ID!): Person people(first: Int!): [Person!] giftCount: Int }
  type Mutation { noteVisit(input: NoteInput!): Visit }
  input NoteInput { place: String! idempotencyKey: String! }
  type Person { id: ID! name: String! friends: [Person!] visits: [Visit!] }
  type Visit { id: ID! place: String! guest: Person gifts: [Gift!] }
  type Gift { id: ID! worth: Int! }`);

export interface Question {
  kind: string;
  query: string;
  variables: Record<string, unknown>;
  /** The right data; absent for what has to be refused. */
  expected?: unknown;
  /** With which codes. */
  refusal?: string;
  /** Its client leaves after so many milliseconds. */
  leavesAfterMs?: number;
}

const right = (kind: string, query: string, variables: Record<string, unknown> = {}): Question => {
  const { data } = execute({ schema: whole, document: parse(query), rootValue: root, variableValues: variables }) as { data: unknown };
  return { kind, query, variables, expected: JSON.parse(JSON.stringify(data)) as unknown };
};

const deep = "query Deep($id: ID!) { person(id: $id) { name friends { name visits { place guest { name visits { place gifts { id worth } } } gifts { worth } } } } }";
const people = right("identical", "{ people(first: 20) { name visits { place gifts { worth } } } giftCount }");
const light = right("light", "{ giftCount }");
const refused = [
  { kind: "bad", query: "{ people(first: ", variables: {}, refusal: "GRAPHQL_PARSE_FAILED" },
  { kind: "bad", query: "{ people(first: 1) { salary } }", variables: {}, refusal: "GRAPHQL_VALIDATION_FAILED" },
  { kind: "bad", query: `{ person(id: "1") ${"{ friends ".repeat(14)}{ name } ${"}".repeat(14)} }`, variables: {}, refusal: "QUERY_TOO_COSTLY" },
];

/** The next question of a mixed load; the same number gives the same one. */
export const question = (number: number): Question => {
  const id = String(number % 1000);
  const kind = number % 20;
  if (kind < 5) return light;
  if (kind < 9) return people;
  if (kind < 13) return right("deep", deep, { id });
  // A document of its own each time.
  if (kind < 15) return right("unique", `query Unique${number} { person(id: "${id}") { n${number}: name visits { place } } }`);
  if (kind < 17) return right("mutation", "mutation Note($input: NoteInput!) { noteVisit(input: $input) { id place gifts { id } } }", { input: { place: "Huế", idempotencyKey: `${number}-note` } });
  if (kind < 19) return refused[number % refused.length]!;
  return { ...right("leaving", deep, { id }), leavesAfterMs: number % 15 };
};
