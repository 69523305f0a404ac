import { Kind, parse, print, visit, type DocumentNode } from "graphql";
import { textOf } from "../supergraph/directive-arguments";

/** A field that a division requires with arguments, beside which arguments. */
export interface Requirement {
  field: string;
  arguments: string;
}

/** What the fields of a supergraph require of other divisions with arguments, by `Type.field`. */
export type Requirements = ReadonlyMap<string, readonly Requirement[]>;

const withArguments = (fields: string): Requirement[] => {
  const found: Requirement[] = [];
  visit(parse(`{ ${fields} }`, { noLocation: true }), {
    Field: ({ name, arguments: given = [] }) => {
      if (given.length > 0) found.push({ field: name.value, arguments: given.map(print).sort().join(", ") });
    },
  });
  return found;
};

/** Reads the requirements with arguments out of a supergraph. */
export const requirementsIn = (supergraph: DocumentNode): Requirements => {
  const all = new Map<string, Requirement[]>();
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const { name, directives = [] } of type.fields ?? []) {
      const required = directives.flatMap(directive => (directive.name.value === "join__field" ? withArguments(textOf(directive, "requires") ?? "__typename") : []));
      if (required.length > 0) all.set(`${type.name.value}.${name.value}`, required);
    }
  }
  return all;
};
