/** Four subgraphs that share people, unions, associations and visits by their ids. */
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n`;

export const schemas: Record<string, string> = {
  registry: `${link}
    type Query { unions: [Union!]! union(id: ID!): Union }
    type Union @key(fields: "id") {
      id: ID! name: String! province: String!
      welcome(visitor: String!): String!
      chairs: [Person!]! associations: [Association!]!
    }
    type Association @key(fields: "id") { id: ID! name: String! foundedOn: String! }
    type Person @key(fields: "id") { id: ID! chairOf: [Association!]! }`,
  people: `${link}
    type Query { people: [Person!]! }
    type Person @key(fields: "id") { id: ID! name: String! title: String! speaks: [[String!]!]! }`,
  exchange: `${link}
    type Query { visits: [Visit!]! }
    type Visit @key(fields: "id") { id: ID! country: String! startsOn: String! delegates: [[Person!]!]! }
    type Association @key(fields: "id") { id: ID! visits: [Visit!]! }
    type Person @key(fields: "id") { id: ID! }`,
  press: `${link}
    type Query { articles: [Article!]! }
    type Article @key(fields: "id") { id: ID! headline: String! author: Person! about: [Visit!]! }
    type Visit @key(fields: "id") { id: ID! articles: [Article!]! }
    type Person @key(fields: "id") { id: ID! articles: [Article!]! }`,
};
