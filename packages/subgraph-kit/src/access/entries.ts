import { isObjectType, Kind, type GraphQLObjectType, type GraphQLSchema, type ObjectTypeDefinitionNode } from "graphql";
import type { Division } from "../division";
import { declaredOn, type Permission } from "./declare";

/** A place where a request comes into a division. */
export interface Entry {
  /** `Query.union`, `_entities(Union)`, or `Country.aid` for a field on another division's type. */
  name: string;
  /** Undefined where nobody declared it; then only administrators get in. */
  permission: Permission | undefined;
}

const rootTypes = ["Query", "Mutation"];

/** The fields by which other divisions name a record of a type, as it is written down. */
export const keyFieldsOf = (type: ObjectTypeDefinitionNode | null | undefined): string[] =>
  (type?.directives ?? [])
    .filter(({ name }) => name.value === "key")
    .flatMap(({ arguments: given = [] }) => given.flatMap(({ value }) => (value.kind === Kind.STRING ? value.value.split(/\W+/).filter(Boolean) : [])));

/** Whether fields of this type are ways into the division: a root type, or one whose records belong to somebody else. */
export const isEntryType = (type: GraphQLObjectType, { tables }: Pick<Division, "tables">): boolean =>
  rootTypes.includes(type.name) || (keyFieldsOf(type.astNode).length > 0 && !tables.some(table => "name" in table && table.name === type.name));

/** All ways into a division, with what each declares. */
export const entriesOf = (declared: GraphQLSchema, division: Pick<Division, "tables" | "references">): Entry[] => {
  const types = Object.values(declared.getTypeMap()).filter(isObjectType);
  const fields = types
    .filter(type => isEntryType(type, division))
    .flatMap(type =>
      Object.values(type.getFields())
        .filter(({ name }) => !keyFieldsOf(type.astNode).includes(name))
        .map(field => ({ name: `${type.name}.${field.name}`, permission: declaredOn(field).permission })),
    );
  return [...fields, ...division.references.map(({ type, permission }) => ({ name: `_entities(${type.name})`, permission }))];
};
