import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from "@apollo/server";
import { Lexer, Source, TokenKind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { tellEarlyRefusal, type EarlyCheck } from "./early-refusal";
import type { OperationLimits } from "./limit-config";
import { costsOf, type OperationCost, type PageSize } from "./operation-cost";
import { shapeOf } from "./operation-shape";
import { QueryTooCostly, type ExceededLimit } from "./query-too-costly";

const said: Record<Exclude<keyof OperationLimits, "pageSize">, (limit: ExceededLimit) => string> = {
  tokens: ({ asked, allowed }) => `The document has at least ${asked} tokens, and ${allowed} are allowed. Ask for less at once.`,
  depth: ({ asked, allowed }) => `The operation is ${asked} fields deep, and ${allowed} are allowed. Ask for what lies deeper by a second operation.`,
  aliases: ({ asked, allowed }) => `The operation has ${asked} aliases, and ${allowed} are allowed. Ask by a list or a page, or by several operations.`,
  directives: ({ asked, allowed }) => `The operation has ${asked} directives, and ${allowed} are allowed. Leave out what is not needed in the document itself.`,
  repeatedFields: ({ asked, allowed }) => `The operation asks for ${asked} fields again that stand beside it already, and ${allowed} are allowed. Ask for each once.`,
  selections: ({ asked, allowed }) => `The operation comes to ${asked} fields and fragments, those of a fragment counted wherever it is spread, and ${allowed} are allowed. Spread fragments less often, or ask by several operations.`,
  cost: ({ asked, allowed }) => `The answer can hold about ${asked} objects, and ${allowed} are allowed. Ask for smaller pages (first) or for fewer lists within lists.`,
};

const costlyBy = (name: keyof typeof said, limits: OperationLimits, asked: number) => {
  if (asked <= limits[name]) return undefined;
  const limit = { name, allowed: limits[name], asked };
  return new QueryTooCostly(limit, said[name](limit));
};

const pageTooLong = ({ argument, variable }: PageSize, asked: number, allowed: number) => {
  const message = `${argument} is ${asked}, and a page has at most ${allowed} records. Ask for the next ones by the page after it.`;
  return new QueryTooCostly({ name: argument, allowed, asked }, message, { argument, ...(variable !== undefined && { fields: [{ argument, variable, message }] }) });
};

// A document of a megabyte is not read to its end only to say by how much it is too long.
const countTokens = (source: string, upTo: number): number => {
  const lexer = new Lexer(new Source(source));
  let count = 0;
  try {
    while (count < upTo && lexer.advance().kind !== TokenKind.EOF) count++;
  } catch {
    // What follows is no GraphQL.
  }
  return count;
};

/** What a document costs is found out once, when it is first seen, and kept as long as it is. */
export class OperationCheck {
  private readonly costs = new WeakMap<DocumentNode, Map<OperationDefinitionNode, OperationCost>>();

  constructor(private readonly limits: OperationLimits) {}

  private costsIn(document: DocumentNode, schema: GraphQLSchema) {
    const known = this.costs.get(document) ?? costsOf(schema, document);
    this.costs.set(document, known);
    return known;
  }

  /** What the document alone decides. */
  readonly ofDocument: EarlyCheck = (document, schema) => {
    const { limits } = this;
    const shape = shapeOf(document);
    const byShape = (["depth", "aliases", "directives", "repeatedFields", "selections"] as const).map(name => costlyBy(name, limits, shape[name]));
    const refusal = byShape.find(each => each !== undefined);
    if (refusal) return refusal;
    for (const { pages, fixed, of } of this.costsIn(document, schema).values()) {
      const fixedPages = pages.filter(({ variable }) => variable === undefined);
      const costly = tooLongPage(fixedPages, {}, limits) ?? (fixed ? costlyBy("cost", limits, of({})) : undefined);
      if (costly) return costly;
    }
    return undefined;
  };

  /** What a request's variables decide. */
  ofRequest(document: DocumentNode, schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Record<string, unknown>) {
    const cost = this.costsIn(document, schema).get(operation);
    if (!cost) return undefined;
    const { pages, fixed, of } = cost;
    return tooLongPage(pages, variables, this.limits) ?? (fixed ? undefined : costlyBy("cost", this.limits, of(variables)));
  }

  tokensIn = (source: string) => {
    const allowed = this.limits.tokens;
    const limit = { name: "tokens", allowed, asked: Math.max(allowed + 1, countTokens(source, allowed * 10)) };
    return new QueryTooCostly(limit, said.tokens(limit));
  };
}

const tooLongPage = (pages: readonly PageSize[], variables: Record<string, unknown>, { pageSize }: OperationLimits) => {
  for (const page of pages) {
    const asked = page.of(variables);
    if (asked > pageSize) return pageTooLong(page, asked, pageSize);
  }
  return undefined;
};

/** Refuses an operation that asks for too much before anything is planned or asked; `ofDocument` of the same check is for the validation. */
export const limitOperations = (check: OperationCheck): ApolloServerPlugin[] => {
  const ofEachRequest: GraphQLRequestListener<BaseContext> = {
    didResolveOperation: async ({ schema, document, operation, request }) => {
      const refusal = operation && check.ofRequest(document, schema, operation, request.variables ?? {});
      if (refusal) throw refusal;
    },
  };
  return [tellEarlyRefusal(check.tokensIn), { requestDidStart: async () => ofEachRequest }];
};
