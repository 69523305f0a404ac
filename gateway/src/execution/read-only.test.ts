import type { FetchNode, PlanNode } from "@apollo/query-planner";
import { OperationTypeNode } from "graphql";
import { fetchesIn } from "./plan-fetches";
import { readOnlyFetches } from "./read-only";

const root = (operation: string): FetchNode => ({ kind: "Fetch", serviceName: "unions", operation, operationName: undefined, operationKind: OperationTypeNode.QUERY });
const entities = (selection: string, more: Partial<FetchNode> = {}): FetchNode => ({
  ...root(`query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Union { ${selection} } } }`),
  requires: [],
  ...more,
});
const at = (path: string[], node: PlanNode): PlanNode => ({ kind: "Flatten", path, node });
const plan = (...nodes: PlanNode[]) => fetchesIn({ kind: "Sequence", nodes });
const unions = root("{ unions { id chair { id } } }");

describe("an answer that nobody alters", () => {
  it("is one whose objects no later request adds to", () => {
    const visits = entities("visits { id delegates { name } }");
    expect(readOnlyFetches(plan(unions, at(["unions", "@"], visits)))).toEqual(new Set([visits]));
  });

  it("may stand beside another that adds other fields to the same objects", () => {
    const [visits, aid] = [entities("visits { id }"), entities("aid { total }")];
    expect(readOnlyFetches(plan(unions, { kind: "Parallel", nodes: [at(["unions", "@"], visits), at(["unions", "@"], aid)] }))).toEqual(new Set([visits, aid]));
  });

  it("is none into which a request goes on, however deep", () => {
    const [visits, people] = [entities("visits { id delegates { id } }"), entities("name")];
    expect(readOnlyFetches(plan(unions, at(["unions", "@"], visits), at(["unions", "@", "visits", "@", "delegates", "@"], people)))).toEqual(new Set([people]));
  });

  it("is none whose object another brings too", () => {
    const [one, other] = [entities("chair { name }"), entities("chair { since }")];
    expect(readOnlyFetches(plan(root("{ unions { id } }"), at(["unions", "@"], one), at(["unions", "@"], other)))).toEqual(new Set());
  });

  it("is none that is rewritten", () => {
    const renamed = entities("chair__alias_0: chair { name }", { outputRewrites: [{ kind: "KeyRenamer", path: ["chair__alias_0"], renameKeyTo: "chair" }] });
    expect(readOnlyFetches(plan(root("{ unions { id } }"), at(["unions", "@"], renamed)))).not.toContain(renamed);
  });

  it("is the whole of a plan with one request", () => expect(readOnlyFetches(fetchesIn(unions))).toEqual(new Set([unions])));
  it("is none of an empty plan", () => expect(readOnlyFetches(fetchesIn(undefined))).toEqual(new Set()));
});
