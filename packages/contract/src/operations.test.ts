import { readdirSync } from "node:fs";
import { join } from "node:path";
import { scalars } from "@huu-nghi/service-kit";
import {
  getVariableValues,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  Kind,
  parse,
  specifiedScalarTypes,
  type OperationDefinitionNode,
} from "graphql";
import { operations } from ".";

// No division is at hand here: the variables of the contract use built-in types and our scalars only.
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: "Query", fields: { nothing: { type: GraphQLString } } }),
  types: [...specifiedScalarTypes, ...Object.values(scalars)],
});

const definitionOf = (text: string) => {
  const found = parse(text).definitions.filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
  if (found.length !== 1 || !found[0]) throw new Error("a contract file holds exactly one operation");
  return found[0];
};

describe("the contract's operations", () => {
  it("are all listed, each with a title", () => {
    const files = readdirSync(join(__dirname, "../operations")).filter(file => file.endsWith(".graphql"));
    expect(operations().map(({ name }) => `${name}.graphql`).sort()).toEqual(files.sort());
    expect(operations().filter(({ title }) => !title.en)).toEqual([]);
  });

  it.each(operations().map(operation => [operation.name, operation] as const))(
    "%s parses, and its example gives exactly the variables that it declares",
    (_name, { text, variables }) => {
      const declared = definitionOf(text).variableDefinitions ?? [];
      const { errors } = getVariableValues(schema, declared, variables);
      expect(errors).toBeUndefined();
      const names = declared.map(({ variable }) => variable.name.value);
      expect(Object.keys(variables).filter(name => !names.includes(name))).toEqual([]);
    },
  );
});
