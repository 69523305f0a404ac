import { Kind, print, visit, type DocumentNode, type FieldNode } from "graphql";
import { responseName } from "../shaping/selected-fields";
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

const askedBy = ({ name, arguments: given = [] }: FieldNode) => `${name.value}(${given.map(print).join(", ")})`;

/**
 * The planner adds fields of its own (keys, and what a field of another division requires) beside those of the client, and
 * takes what has the same name for the same. So a client's field gets a name of its own where it could be taken for one:
 * an alias that is the name of a field, an alias that begins as GraphQL's own names do, and a field that a division also
 * requires, where the client or the division gives it arguments. Objects of several types in one list are asked together, so
 * a name under which the client asks for something else elsewhere is one of them too. Likewise a variable of the name that requests for entities need for themselves.
 */
export class DistinctNames {
  constructor(
    private readonly isField: (name: string) => boolean,
    private readonly isRequiredOtherwise: (field: string, hasArguments: boolean) => boolean,
  ) {}

  in(document: DocumentNode): PlannedNames {
    const names = new Map<string, string>();
    const clientNames = new Map<unknown, string>();
    const first = new Map<string, string>();
    visit(document, { Field: node => void (first.has(responseName(node)) || first.set(responseName(node), askedBy(node))) });
    const distinct = (name: string, asked: string) => {
      const key = `${name}: ${asked}`;
      let free = names.get(key) ?? `own_${name}`;
      while (!names.has(key) && (first.has(free) || clientNames.has(free) || this.isField(free))) free += "_";
      names.set(key, free);
      clientNames.set(free, name);
      return free;
    };
    const keyOf = (node: FieldNode) => {
      const [name, asked] = [responseName(node), askedBy(node)];
      return this.isMistakable(node) || first.get(name) !== asked ? distinct(name, asked) : name;
    };
    const variable = freeVariable(document);
    const planned = visit(withoutClientDirectives(document), {
      Field: node => (keyOf(node) === responseName(node) ? undefined : { ...node, alias: { kind: Kind.NAME, value: keyOf(node) } }),
      Variable: node => (variable !== undefined && node.name.value === ownVariable ? { ...node, name: { ...node.name, value: variable } } : undefined),
    });
    return {
      document: planned,
      keyOf,
      clientNames,
      variablesOf: given => (variable === undefined ? given : { ...given, [variable]: given[ownVariable] }),
    };
  }

  private isMistakable(node: FieldNode) {
    const alias = node.alias && node.alias.value !== node.name.value ? node.alias.value : undefined;
    return alias === undefined ? this.isRequiredOtherwise(node.name.value, (node.arguments ?? []).length > 0) : alias.startsWith("__") || this.isField(alias);
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
