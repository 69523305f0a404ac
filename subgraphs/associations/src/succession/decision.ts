import { givenText, refuseFuture } from "@huu-nghi/subgraph-kit";

interface Decision {
  decisionNumber?: string | null;
  decidedOn?: string | null;
  decisionIssuer?: string | null;
}

const givenPart = (argument: string, text: string | null | undefined) => (text == null ? text : givenText(argument, text));

/** What an input says of a decision, as it is kept; what it does not give is undefined. */
export const decisionOf = ({ decisionNumber, decidedOn, decisionIssuer }: Decision) => {
  refuseFuture("decidedOn", decidedOn);
  return { decisionNumber: givenPart("decisionNumber", decisionNumber), decidedOn, decisionIssuer: givenPart("decisionIssuer", decisionIssuer) };
};

/** The same for a new record: null where it is not given. */
export const newDecision = (decision: Decision) => {
  const { decisionNumber = null, decidedOn = null, decisionIssuer = null } = decisionOf(decision);
  return { decisionNumber, decidedOn, decisionIssuer };
};

