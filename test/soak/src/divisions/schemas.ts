const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

/** What divisions answer together; each field beyond a division's border is nullable. */
export const schemas = {
  people: `${federation}
    type Query { person(id: ID!): Person people(first: Int!): [Person!] }
    type Person @key(fields: "id") { id: ID! name: String! friends: [Person!] }`,
  visits: `${federation}
    input NoteInput { place: String! idempotencyKey: String! }
    type Mutation { noteVisit(input: NoteInput!): Visit }
    type Person @key(fields: "id") { id: ID! visits: [Visit!] }
    type Visit @key(fields: "id") { id: ID! place: String! guest: Person }`,
  gifts: `${federation}
    type Query { giftCount: Int }
    type Visit @key(fields: "id") { id: ID! gifts: [Gift!] }
    type Gift { id: ID! worth: Int! }`,
};
export type Division = keyof typeof schemas;
export const divisions = Object.keys(schemas) as Division[];
