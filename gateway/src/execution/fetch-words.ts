import type { FetchNode } from "@apollo/query-planner";

/** The planner numbers the requests of a plan in their names; without the number, equal ones are known as equal. */
export const withoutNumber = ({ operation, operationName }: FetchNode): string =>
  operationName === undefined ? operation : operation.replace(operationName, operationName.replace(/__\d+$/, ""));

/** What says whether two requests of a plan ask the same, but for whom they ask about. */
export const wordsOf = (node: FetchNode): string => `${node.serviceName} ${withoutNumber(node)}`;
