import { BadInput, endOf, few, givenLocalizedText, refuseUnfinished, statesOf, type LocalizedText, type LocalizedTextInput } from "@huu-nghi/subgraph-kit";
import type { AssociationName } from "./association-name";
import type { FriendshipAssociation } from "./friendship-association";
import type { NameInTime } from "./name-in-time";

/** All names of an association, the first one first; `earlier` in the order of when they ended. */
export const namesOf = ({ name, foundedOn }: FriendshipAssociation, earlier: readonly AssociationName[]): NameInTime[] =>
  statesOf(earlier, { name }, foundedOn);

/** A new name holds when the whole span is over that says from when. */
export const nameOn = (names: readonly NameInTime[], day: string): LocalizedText => names.find(({ until }) => until === null || day < endOf(until))!.name;

/** Throws where a name would begin before the one before it. */
export const checkRenaming = (earlier: readonly AssociationName[], renamedOn: string): void => {
  const last = earlier.at(-1);
  if (last && endOf(renamedOn) <= endOf(last.until)) throw new BadInput("renamedOn", `renamedOn is ${renamedOn}, and it was renamed in ${last.until} already. Correct its earlier names with correctFriendshipAssociation.`);
};

interface GivenName {
  name: LocalizedTextInput;
  until: string;
}

const most = 20;

export const givenNames = (associationId: string, names: readonly GivenName[]): AssociationName[] => {
  for (const { until } of names) refuseUnfinished("earlierNames", until);
  return few("earlierNames", names, most, ({ until }) => endOf(until)).map(({ name, until }) => ({ associationId, until, name: givenLocalizedText("earlierNames", name) }));
};
