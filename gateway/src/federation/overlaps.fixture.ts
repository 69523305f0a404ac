import { GraphQLError } from "graphql";
import type { FederatedGraph } from "./federated-graph.fixture";

interface Key {
  id: string;
}

const person = (id: string) => ({ __typename: "Person", id });
const titles: Record<string, string> = { p1: "Chair", p2: "Secretary", p3: "Guest" };
const mottoOf = ({ id }: Key) => {
  if (id === "p3") throw new GraphQLError("Not for you.", { extensions: { code: "FORBIDDEN" } });
  return `Motto of ${id}`;
};

/** The same records at several places of a query, of which each wants another part. */
export const overlaps: FederatedGraph = {
  idea: "records that several places of a query want",
  subgraphs: {
    unions: {
      sdl: `
        type Query { union: Union! }
        type Union @key(fields: "id") { id: ID! members: [Person!]! }
        type Person @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: { Query: { union: () => ({ id: "u1", members: [person("p1"), person("p2")] }) } },
    },
    visits: {
      sdl: `
        type Union @key(fields: "id") { id: ID! visits: [Visit!]! }
        type Visit { place: String! guest: Person! hosts: [Person!]! }
        type Person @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Union: {
          visits: () => [
            { place: "Huế", guest: person("p3"), hosts: [person("p1")] },
            { place: "Vinh", guest: person("p2"), hosts: [] },
          ],
        },
      },
    },
    people: {
      sdl: `
        type Person @key(fields: "id") { id: ID! name(upper: Boolean): String! title: String! motto: String home: Home! note(about: String!): String! }
        type Home { street: String! town: String! }`,
      resolvers: {
        Person: {
          name: ({ id }: Key, { upper }: { upper?: boolean }) => (upper ? `NAME ${id}` : `Name ${id}`),
          title: ({ id }: Key) => titles[id],
          motto: mottoOf,
          home: ({ id }: Key) => ({ street: `Street of ${id}`, town: `Town of ${id}` }),
          note: ({ id }: Key, { about }: { about: string }) => `${about} of ${id}`,
        },
      },
    },
  },
  cases: [
    {
      promise: "are not asked for again where a place wants a part of what another got",
      query: "{ union { members { name title } visits { hosts { name } } } }",
      data: {
        union: {
          members: [{ name: "Name p1", title: "Chair" }, { name: "Name p2", title: "Secretary" }],
          visits: [{ hosts: [{ name: "Name p1" }] }, { hosts: [] }],
        },
      },
      asks: { unions: 1, visits: 1, people: 1 },
    },
    {
      promise: "show nothing at a place that it did not ask for, under whatever name another did",
      query: "{ union { members { name: title title: name } visits { hosts { title } } } }",
      data: {
        union: {
          members: [{ name: "Chair", title: "Name p1" }, { name: "Secretary", title: "Name p2" }],
          visits: [{ hosts: [{ title: "Chair" }] }, { hosts: [] }],
        },
      },
    },
    {
      promise: "are asked for with other arguments",
      query: "{ union { members { name title } visits { hosts { name(upper: true) } } } }",
      data: {
        union: {
          members: [{ name: "Name p1", title: "Chair" }, { name: "Name p2", title: "Secretary" }],
          visits: [{ hosts: [{ name: "NAME p1" }] }, { hosts: [] }],
        },
      },
      asks: { unions: 1, visits: 1, people: 2 },
    },
    {
      promise: "are the same with the same variable",
      query: "query ($about: String!) { union { members { title note(about: $about) } visits { hosts { note(about: $about) } } } }",
      variables: { about: "Health" },
      data: {
        union: {
          members: [{ title: "Chair", note: "Health of p1" }, { title: "Secretary", note: "Health of p2" }],
          visits: [{ hosts: [{ note: "Health of p1" }] }, { hosts: [] }],
        },
      },
      asks: { unions: 1, visits: 1, people: 1 },
    },
    {
      promise: "have parts of their objects for each place",
      query: "{ union { members { name home { street town } } visits { hosts { home { town } } } } }",
      data: {
        union: {
          members: [
            { name: "Name p1", home: { street: "Street of p1", town: "Town of p1" } },
            { name: "Name p2", home: { street: "Street of p2", town: "Town of p2" } },
          ],
          visits: [{ hosts: [{ home: { town: "Town of p1" } }] }, { hosts: [] }],
        },
      },
      asks: { unions: 1, visits: 1, people: 1 },
    },
    {
      promise: "are asked for where nobody has asked yet, and no more of them than the place wants",
      query: "{ union { members { name title } visits { guest { name } } } }",
      data: {
        union: {
          members: [{ name: "Name p1", title: "Chair" }, { name: "Name p2", title: "Secretary" }],
          visits: [{ guest: { name: "Name p3" } }, { guest: { name: "Name p2" } }],
        },
      },
      asks: { unions: 1, visits: 1, people: 2 },
    },
    {
      promise: "do not lose at one place what failed at another",
      query: "{ union { visits { guest { name motto } } later: visits { guest { name } } } }",
      data: {
        union: {
          visits: [{ guest: { name: "Name p3", motto: null } }, { guest: { name: "Name p2", motto: "Motto of p2" } }],
          later: [{ guest: { name: "Name p3" } }, { guest: { name: "Name p2" } }],
        },
      },
      errors: [{ path: ["union", "visits", 0, "guest", "motto"], code: "FORBIDDEN" }],
    },
  ],
};
