import { Kind, visit, type ASTNode } from "graphql";
import { EarlyRefusal, type EarlyCheck } from "./early-refusal";

const refusal = (message: string) => new EarlyRefusal("GRAPHQL_VALIDATION_FAILED", message, { http: { status: 400 } });

const inParts = ["defer", "stream"];

// The planner looks for variables in each list twice, so that each list around others doubles its work.
const deepestLists = 10;
const deepLists = (argument: string) => {
  const message = `${argument} has lists within each other more than ${deepestLists} times in the document. Send such a value as a variable.`;
  return new EarlyRefusal("BAD_USER_INPUT", message, { argument, http: { status: 400 } });
};

/** Refuses in words what this gateway cannot do, which the validation would call an unknown directive or plan in vain. */
export const refuseUnsupported: EarlyCheck = document => {
  let found: EarlyRefusal | undefined;
  let lists = 0;
  let argument = "";
  visit(document, {
    enter(node: ASTNode) {
      if (found) return false;
      if (node.kind === Kind.ARGUMENT) argument = node.name.value;
      if (node.kind === Kind.VARIABLE_DEFINITION) argument = node.variable.name.value;
      if (node.kind === Kind.DIRECTIVE && inParts.includes(node.name.value)) {
        found = refusal(`Answers come in one piece here, so there is no @${node.name.value}. Ask for the slow part by an operation of its own.`);
      } else if (node.kind === Kind.OPERATION_DEFINITION && node.operation === "subscription") {
        found = refusal("This graph has no subscriptions. Ask again by a query after a while.");
      } else if (node.kind === Kind.NAME && node.value === "__proto__") {
        found = refusal("__proto__ cannot be a name here. Choose another one.");
      } else if (node.kind === Kind.LIST && ++lists > deepestLists) {
        found = deepLists(argument);
      }
      return found ? false : undefined;
    },
    leave(node: ASTNode) {
      if (node.kind === Kind.LIST) lists--;
    },
  });
  return found;
};
