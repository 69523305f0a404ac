import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { SubgraphConnection } from "../subgraph/subgraph-request";
import { CompiledOperation } from "./compiled-operation";
import type { Planner } from "./planner";

/**
 * The compiled operations of one supergraph. They are kept with their documents, and go with them: the server keeps those
 * that were asked for lately, so that there is one bound for all that is known of an operation.
 */
export class Operations {
  private readonly compiled = new WeakMap<DocumentNode, Map<OperationDefinitionNode, CompiledOperation>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly planner: Planner,
    private readonly connectionTo: (subgraph: string) => SubgraphConnection,
  ) {}

  of(document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation {
    const known = this.compiled.get(document) ?? new Map<OperationDefinitionNode, CompiledOperation>();
    this.compiled.set(document, known);
    const { schema, planner, connectionTo } = this;
    const compiled = known.get(operation) ?? new CompiledOperation({ schema, planner, document, operation, connectionTo });
    known.set(operation, compiled);
    return compiled;
  }
}
