import { Kind, visit, type DocumentNode, type FieldNode } from "graphql";
import { withoutClientDirectives } from "../supergraph/client-directives";

/** A document as it is planned, and how its names go back to the client's. */
export interface PlannedNames {
  document: DocumentNode;
  /** Under which name the divisions' data hold what the client's field asks for. */
  keyOf: (node: FieldNode) => string;
  /** The client's name by the one that stands in its place. */
  clientNames: ReadonlyMap<unknown, string>;
  /** The client's variables as the document names them. */
  variablesOf: (given: Variables) => Variables;
}

type Variables = Readonly<Record<string, unknown>>;

const ownVariable = "representations";

const responseName = ({ alias, name }: FieldNode) => (alias ?? name).value;

/**
 * The planner adds fields of its own (keys, and what a field of another division requires) beside those of the client, and
 * takes what has the same name for the same. So a client's field gets a name of its own where it could be taken for one:
 * an alias that is the name of a field, an alias that begins as GraphQL's own names do, and a field that a division also
 * requires, with arguments. Likewise a variable of the name that requests for entities need for themselves.
 */
export class DistinctNames {
  constructor(
    private readonly isField: (name: string) => boolean,
    private readonly isRequiredWithArguments: (field: string) => boolean,
  ) {}

  in(document: DocumentNode): PlannedNames {
    const names = new Map<string, string>();
    const taken = new Set<string>();
    visit(document, { Field: node => void taken.add(responseName(node)) });
    const distinct = (name: string) => {
      let free = `own_${name}`;
      while (taken.has(free) || this.isField(free)) free += "_";
      if (!names.has(name)) names.set(name, free);
      return names.get(name)!;
    };
    const keyOf = (node: FieldNode) => (this.isMistakable(node) ? distinct(responseName(node)) : responseName(node));
    const variable = freeVariable(document);
    const planned = visit(withoutClientDirectives(document), {
      Field: {
        leave: node => (this.isMistakable(node) ? { ...node, alias: { kind: Kind.NAME, value: keyOf(node) } } : undefined),
      },
      Variable: node => (variable !== undefined && node.name.value === ownVariable ? { ...node, name: { ...node.name, value: variable } } : undefined),
    });
    return {
      document: planned,
      keyOf,
      clientNames: new Map([...names].map(([name, other]) => [other, name])),
      variablesOf: given => (variable === undefined ? given : { ...given, [variable]: given[ownVariable] }),
    };
  }

  private isMistakable(node: FieldNode) {
    const alias = node.alias && node.alias.value !== node.name.value ? node.alias.value : undefined;
    return alias === undefined ? this.isRequiredWithArguments(node.name.value) : alias.startsWith("__") || this.isField(alias);
  }
}

/** A name in place of the variable's; undefined when the document does not use it. */
const freeVariable = (document: DocumentNode) => {
  const used = new Set<string>();
  visit(document, { Variable: ({ name }) => void used.add(name.value) });
  if (!used.has(ownVariable)) return undefined;
  let free = `own_${ownVariable}`;
  while (used.has(free)) free += "_";
  return free;
};
