import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Supergraph } from "@apollo/federation-internals";
import { operations } from "@huu-nghi/contract";
import { getIntrospectionQuery, getOperationAST, parse, specifiedRules, validate } from "graphql";
import { earlyRefusal } from "./early-refusal";
import { defaultOperationLimits } from "./limit-config";
import { OperationCheck } from "./operation-limits";

const schema = Supergraph.build(readFileSync(join(__dirname, "../../supergraph.graphql"), "utf8")).apiSchema().toGraphQLJSSchema();

const introspection = getIntrospectionQuery({ specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true });
const all = [...operations(), { name: "introspection", text: introspection, variables: {} }];

describe.each(all)("the operation $name", ({ text, variables }) => {
  it("is within the limits that hold when none are set, with twice as much to spare", () => {
    const halved = Object.fromEntries(Object.entries(defaultOperationLimits).map(([name, limit]) => [name, name === "depth" || name === "pageSize" ? limit : limit / 2]));
    const check = new OperationCheck({ ...defaultOperationLimits, ...halved });
    const document = parse(text, { maxTokens: defaultOperationLimits.tokens / 2 });
    expect(validate(schema, document, [...specifiedRules, earlyRefusal([check.ofDocument])])).toEqual([]);
    expect(check.ofRequest(document, schema, getOperationAST(document)!, variables)).toBeUndefined();
  });
});
