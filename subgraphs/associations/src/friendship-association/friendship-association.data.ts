import { countryName } from "@huu-nghi/reference";
import { demoPart, form, Language, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { AssociationCountry } from "./association-country";
import { FriendshipAssociation } from "./friendship-association";

export const associationRecords = recordKind({
  section: "friendshipAssociations",
  entry: form
    .entryOf({
      id: form.id,
      union: form.id,
      name: form.localizedText,
      countries: z.array(form.countryCode).min(1, "an association is for at least one country"),
      foundedOn: form.partialDate.optional(),
      dissolvedOn: form.partialDate.optional(),
      namedAsOf: form.partialDate.optional(),
    })
    .refine(({ foundedOn, namedAsOf }) => foundedOn ?? namedAsOf, { path: ["foundedOn"], message: "give foundedOn, or namedAsOf when nobody says when it was founded" }),
  id: entry => entry.id,
  rows: ({ id, union, name, countries, foundedOn = null, dissolvedOn = null, namedAsOf = null }, { sourceId }) => [
    row(FriendshipAssociation, { id, unionId: union, name, foundedOn, dissolvedOn, namedAsOf, sourceId }),
    ...countries.map(countryCode => row(AssociationCountry, { associationId: id, countryCode })),
  ],
});

export const associationDemo = [
  demoPart({
    table: FriendshipAssociation,
    key: "id",
    rows: ({ id: unionId, label, associations }) =>
      associations.map(({ id, countries, of }, index) => {
        const vi = countries.map(code => countryName(code)?.vi).join(" - ");
        const name = { vi: `Hội hữu nghị Việt Nam - ${vi} (${label})`, en: `${label} Vietnam - ${of} Friendship Association`, ownTranslation: Language.VI };
        return { id, unionId, name, foundedOn: String(2009 + index), dissolvedOn: null, namedAsOf: null, sourceId: null };
      }),
  }),
  demoPart({
    table: AssociationCountry,
    key: "association_id",
    rows: ({ associations }) => associations.flatMap(({ id, countries }) => countries.map(countryCode => ({ associationId: id, countryCode }))),
  }),
];
