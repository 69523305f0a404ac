import { BadInput } from "@huu-nghi/service-kit";
import { defaultFieldResolver, isObjectType, type GraphQLField, type GraphQLSchema } from "graphql";
import { getMetadataStorage } from "type-graphql";
import type { Division } from "./division";
import { namesOf } from "./named-arguments";
import type { Connection } from "./page/pages";
import type { RequestScope, ScopedContext } from "./scope";

type Field = GraphQLField<unknown, ScopedContext, Record<string, unknown>>;
type Check = () => Promise<void>;

const nounOf = (type: string) => type.replace(/\B[A-Z]/g, letter => ` ${letter}`).toLowerCase();

const longest = 100;

const refuseUnknown = async ({ references }: Pick<Division, "references">, names: [string, string][], args: Record<string, unknown>, scope: RequestScope): Promise<void> => {
  for (const [argument, type] of names) {
    const named = args[argument];
    const reference = references.find(each => each.type.name === type);
    if (typeof named !== "string" || !reference) continue;
    if ((await reference.find(scope, { id: named } as never)) != null) continue;
    throw new BadInput(argument, `There is no ${nounOf(type)} ${named.slice(0, longest)}. In ${argument}, give the id of one that there is.`);
  }
};

const isPage = (found: unknown): found is Connection<unknown> => typeof found === "object" && found !== null && "totalCount" in found && typeof found.totalCount === "function";

/** A page that is empty only where what it is asked about is there. */
const checkedPage = <Node>(page: Connection<Node>, check: Check): Connection<Node> => {
  const orCheck = async <Answer>(answer: Promise<Answer>, isEmpty: (of: Answer) => boolean): Promise<Answer> => {
    if (isEmpty(await answer)) await check();
    return answer;
  };
  return {
    ...page,
    nodes: () => orCheck(page.nodes(), nodes => nodes.length === 0),
    edges: () => orCheck(page.edges(), edges => edges.length === 0),
    totalCount: () => orCheck(page.totalCount(), count => count === 0),
    totals: () => orCheck(page.totals(), totals => totals["totalCount"] === 0),
    pageInfo: () => orCheck(page.pageInfo(), ({ startCursor }) => startCursor === null),
  };
};

const isSomething = (found: unknown) => found === true || (Array.isArray(found) && found.length > 0);

/** Whatever was found needs no look at what it was asked by; it costs a statement only where nothing was. */
const checked = (found: unknown, check: Check): unknown => {
  if (isPage(found)) return checkedPage(found, check);
  return isSomething(found) ? found : check().then(() => found);
};

/** Puts that check around the fields of a division whose arguments name something. */
export const checkNamedRecords = (served: GraphQLSchema, division: Pick<Division, "resolvers" | "references">): void => {
  const { queries, fieldResolvers, objectTypes } = getMetadataStorage();
  const own = <Of extends { target: unknown }>(of: Of) => (division.resolvers as unknown[]).includes(of.target);
  const fields = [
    ...queries.filter(own).map(each => ({ type: "Query", ...each })),
    ...fieldResolvers.filter(own).map(each => ({ type: objectTypes.find(({ target }) => target === each.getObjectType?.())?.name, ...each })),
  ];
  for (const { type, schemaName, params = [] } of fields) {
    const names = params.flatMap(param => (param.kind === "args" ? namesOf((param.getType() as { prototype: object }).prototype) : []));
    const of = type === undefined ? undefined : served.getType(type);
    const field = isObjectType(of) ? (of.getFields()[schemaName] as Field | undefined) : undefined;
    if (!field || names.length === 0) continue;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (root, args, context, info) => checked(await resolve(root, args, context, info), () => refuseUnknown(division, names, args, context.scope));
  }
};
