import { limitOrOff } from "@huu-nghi/service-kit";
import type { z } from "zod";

/** What one operation may ask for. Infinity where a limit is off. */
export interface OperationLimits {
  tokens: number;
  depth: number;
  aliases: number;
  directives: number;
  repeatedFields: number;
  selections: number;
  pageSize: number;
  cost: number;
}

export const defaultOperationLimits: OperationLimits = {
  tokens: 1000,
  depth: 12,
  aliases: 15,
  directives: 5,
  repeatedFields: 20,
  selections: 2000,
  pageSize: 100,
  cost: 20_000,
};

export const operationLimitHelp = `What one operation may ask for (a number, or off); more is QUERY_TOO_COSTLY and reaches no subgraph
  MAX_TOKENS             words and signs of the document (1000)
  MAX_DEPTH              fields within fields, but for introspection (12)
  MAX_ALIASES            aliases (15)
  MAX_DIRECTIVES         directives (5)
  MAX_REPEATED_FIELDS    fields that are asked for again in the same braces (20)
  MAX_SELECTIONS         fields and fragments, those of a fragment counted wherever it is spread (2000)
  MAX_PAGE_SIZE          records on one page: first and last (100)
  MAX_COST               objects that the answer can hold: first times what stands on a page, 20 without first, 5 in
                         a list that has no pages, 10 for a change (20000)
`;

const { tokens, depth, aliases, directives, repeatedFields, selections, pageSize, cost } = defaultOperationLimits;

export const operationLimitVariables = {
  MAX_TOKENS: limitOrOff.default(tokens),
  MAX_DEPTH: limitOrOff.default(depth),
  MAX_ALIASES: limitOrOff.default(aliases),
  MAX_DIRECTIVES: limitOrOff.default(directives),
  MAX_REPEATED_FIELDS: limitOrOff.default(repeatedFields),
  MAX_SELECTIONS: limitOrOff.default(selections),
  MAX_PAGE_SIZE: limitOrOff.default(pageSize),
  MAX_COST: limitOrOff.default(cost),
};
type LimitEnvironment = z.infer<z.ZodObject<typeof operationLimitVariables>>;

export const operationLimitsOf = (settings: LimitEnvironment): OperationLimits => ({
  tokens: settings.MAX_TOKENS,
  depth: settings.MAX_DEPTH,
  aliases: settings.MAX_ALIASES,
  directives: settings.MAX_DIRECTIVES,
  repeatedFields: settings.MAX_REPEATED_FIELDS,
  selections: settings.MAX_SELECTIONS,
  pageSize: settings.MAX_PAGE_SIZE,
  cost: settings.MAX_COST,
});
