import { BadInput, endOf, givenLocalizedText, refuseFutures, startOf, type LocalizedText, type LocalizedTextInput } from "@huu-nghi/subgraph-kit";
import type { Position } from "./position";
import type { FirstPositionInput } from "./position.input";

export const noText: LocalizedText = { vi: null, en: null, ownTranslation: null };

/** undefined stays, null is none. */
export const bodyNameOf = (argument: string, text: LocalizedTextInput | null | undefined) => (text === undefined ? undefined : text === null ? noText : givenLocalizedText(argument, text));

/** Throws where a position has no beginning, or ends before it; `end` is what the input calls its end. */
export const checkDates = ({ since, namedAsOf, until }: Pick<Position, "since" | "namedAsOf" | "until">, end: string, within = ""): void => {
  const began = since ?? namedAsOf;
  if (began === null) throw new BadInput(`${within}since`, "Say when it began, or by namedAsOf for what day a source names its holder.");
  if (until !== null && startOf(began) > endOf(until)) throw new BadInput(end, `It would end in ${until}, before it began or was named in ${began}.`);
};

/** A position as it is written down first. */
export const newPosition = (id: string, input: FirstPositionInput, { personId, holderName }: Pick<Position, "personId" | "holderName">, within: string): Omit<Position, "version"> => {
  const { union: unionId = null, association: associationId = null, title, role, bodyKind, bodyName, acting, published, since = null, namedAsOf = null, until = null } = input;
  const row = {
    id, unionId, associationId, title: givenLocalizedText(`${within}title`, title), role, bodyKind, bodyName: bodyNameOf(`${within}bodyName`, bodyName) ?? noText,
    acting: acting ?? false, personId, holderName, published: published ?? false, since, namedAsOf, until, sourceId: null,
  };
  checkDates(row, `${within}until`, within);
  refuseFutures({ [`${within}since`]: since, [`${within}namedAsOf`]: namedAsOf, [`${within}until`]: until });
  return row;
};
