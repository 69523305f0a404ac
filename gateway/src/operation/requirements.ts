import { Kind, parse, print, visit, type DocumentNode } from "graphql";
import { textOf } from "../supergraph/directive-arguments";

/** A field that takes arguments and that a division requires: with which arguments, empty for none. */
export interface Requirement {
  field: string;
  arguments: string;
}

/** What the fields of a supergraph require of other divisions, by `Type.field`: what takes arguments, since it can be asked for with others. */
export type Requirements = ReadonlyMap<string, readonly Requirement[]>;

/** The names of fields that take arguments, on whichever type. */
const namesWithArguments = ({ definitions }: DocumentNode): ReadonlySet<string> =>
  new Set(definitions.flatMap(type => ("fields" in type ? (type.fields ?? []) : []).flatMap(field => ("arguments" in field && field.arguments?.length ? [field.name.value] : []))));

const requiredIn = (fields: string, takesArguments: (field: string) => boolean): Requirement[] => {
  const found: Requirement[] = [];
  visit(parse(`{ ${fields} }`, { noLocation: true }), {
    Field: ({ name, arguments: given = [] }) => {
      if (takesArguments(name.value)) found.push({ field: name.value, arguments: given.map(print).sort().join(", ") });
    },
  });
  return found;
};

/** Reads the requirements out of a supergraph. */
export const requirementsIn = (supergraph: DocumentNode): Requirements => {
  const all = new Map<string, Requirement[]>();
  const names = namesWithArguments(supergraph);
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const { name, directives = [] } of type.fields ?? []) {
      const required = directives.flatMap(directive => (directive.name.value === "join__field" ? requiredIn(textOf(directive, "requires") ?? "__typename", field => names.has(field)) : []));
      if (required.length > 0) all.set(`${type.name.value}.${name.value}`, required);
    }
  }
  return all;
};
