import { Directive, Field, Int, ObjectType } from "type-graphql";
import { PageInfo } from "./page-info";
import type { Connection } from "./pages";

type Class<T> = new () => T;

/** `<Name>Edge` and `<Name>Connection` of a type, with the fields that every list has. */
export const pageOf = <Node extends object>(node: Class<Node>, name: string, { shareable = false } = {}) => {
  // A type that several divisions have, each with its own rows.
  const shared: ClassDecorator = made => (shareable ? Directive("@shareable")(made) : undefined);

  @shared
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page.` })
  class Edge {
    @Field(() => String, { description: "Where it stands in the list; stays valid while others are added." })
    cursor!: string;

    @Field(() => node, { description: `The ${name} itself.` })
    node!: Node;
  }

  // The fields are functions that graphql-js calls, so that what is not asked for is not fetched.
  @shared
  @ObjectType(`${name}Connection`, { description: `A page of ${name} records.`, simpleResolvers: true })
  class Page implements Pick<Connection<Node>, "nodes" | "edges" | "pageInfo" | "totalCount"> {
    @Field(() => [node], { description: "What is on this page." })
    nodes!: () => Promise<Node[]>;

    @Field(() => [Edge], { description: "The same with the place of each." })
    edges!: () => Promise<Edge[]>;

    @Field(() => Int, { description: "How many there are on all pages together." })
    totalCount!: () => Promise<number>;

    @Field(() => PageInfo, { description: "Where this page lies." })
    pageInfo!: () => Promise<PageInfo>;

    /** Other sums over all pages, for lists that have some. */
    totals!: () => Promise<Record<string, number | null>>;
  }
  return Page;
};
