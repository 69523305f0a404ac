import { Kind, visit, type ASTNode } from "graphql";
import { EarlyRefusal, type EarlyCheck } from "./early-refusal";

const refusal = (message: string) => new EarlyRefusal("GRAPHQL_VALIDATION_FAILED", message, { http: { status: 400 } });

const inParts = ["defer", "stream"];

/** Refuses in words what this gateway cannot do, which the validation would call an unknown directive or plan in vain. */
export const refuseUnsupported: EarlyCheck = document => {
  let found: EarlyRefusal | undefined;
  visit(document, {
    enter(node: ASTNode) {
      if (found) return false;
      if (node.kind === Kind.DIRECTIVE && inParts.includes(node.name.value)) {
        found = refusal(`Answers come in one piece here, so there is no @${node.name.value}. Ask for the slow part by an operation of its own.`);
      } else if (node.kind === Kind.OPERATION_DEFINITION && node.operation === "subscription") {
        found = refusal("This graph has no subscriptions. Ask again by a query after a while.");
      } else if (node.kind === Kind.NAME && node.value === "__proto__") {
        found = refusal("__proto__ cannot be a name here. Choose another one.");
      }
      return found ? false : undefined;
    },
  });
  return found;
};
