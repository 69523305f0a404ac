import { countryGroup, countryName } from "@huu-nghi/reference";
import { demoPart, form, Language, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { decisionColumns, decisionForm, successionRecords } from "../succession";
import { AssociationCountry } from "./association-country";
import { AssociationGroup } from "./association-group";
import { AssociationName } from "./association-name";
import { AssociationSuccession } from "./association-succession";
import { AssociationLevel, FriendshipAssociation } from "./friendship-association";

export const associationRecords = recordKind({
  section: "friendshipAssociations",
  entry: form
    .entryOf({
      id: form.id,
      union: form.id,
      name: form.localizedText,
      countries: z.array(form.countryCode).default([]),
      groups: z.array(z.string().refine(group => countryGroup(group)?.id === group, "a group is one that is known here, such as ASEAN")).default([]),
      level: z.enum(AssociationLevel).optional(),
      parent: form.id.optional(),
      decision: decisionForm.optional(),
      earlierNames: z.array(z.strictObject({ name: form.localizedText, until: form.partialDate })).default([]),
      foundedOn: form.partialDate.optional(),
      dissolvedOn: form.partialDate.optional(),
      namedAsOf: form.partialDate.optional(),
    })
    .refine(({ countries, groups }) => countries.length + groups.length > 0, { path: ["countries"], message: "an association is for at least one country or group" })
    .refine(({ foundedOn, namedAsOf }) => foundedOn ?? namedAsOf, { path: ["foundedOn"], message: "give foundedOn, or namedAsOf when nobody says when it was founded" }),
  id: entry => entry.id,
  rows: ({ id, union, name, countries, groups, level, parent, decision, earlierNames, foundedOn = null, dissolvedOn = null, namedAsOf = null }, { sourceId }) => [
    // What came later is left out where it is not given, so that an entry of an earlier time is the same entry.
    row(FriendshipAssociation, {
      id, unionId: union, name, foundedOn, dissolvedOn, namedAsOf, sourceId,
      ...(level !== undefined && { ownLevel: level }), ...(parent !== undefined && { parentId: parent }), ...decisionColumns(decision),
    }),
    ...countries.map(countryCode => row(AssociationCountry, { associationId: id, countryCode })),
    ...groups.map(groupId => row(AssociationGroup, { associationId: id, groupId })),
    ...earlierNames.map(earlier => row(AssociationName, { associationId: id, ...earlier })),
  ],
});

export const associationSuccessionRecords = successionRecords("associationSuccessions", AssociationSuccession);

/** Of a group of countries; it has no members yet. */
const demoGroup = "ASEAN";
const demoGroupId = (unionId: string) => `${unionId}:${demoGroup.toLowerCase()}`;

export const associationDemo = [
  demoPart({
    table: FriendshipAssociation,
    key: "id",
    rows: ({ id: unionId, label, associations }) =>
      associations.map(({ id, countries, of }, index) => {
        const vi = countries.map(code => countryName(code)?.vi).join(" - ");
        const name = { vi: `Hội hữu nghị Việt Nam - ${vi} (${label})`, en: `${label} Vietnam - ${of} Friendship Association`, ownTranslation: Language.VI };
        const decision = { decisionNumber: `${index + 1}/QĐ-MAU`, decidedOn: String(2009 + index), decisionIssuer: null };
        return { id, unionId, name, foundedOn: String(2009 + index), dissolvedOn: null, namedAsOf: null, ...decision, sourceId: null };
      }),
  }),
  demoPart({
    table: FriendshipAssociation,
    key: "id",
    rows: ({ id: unionId, label }) => {
      const name = { vi: `Hội hữu nghị Việt Nam - ${demoGroup} (${label})`, en: `${label} Vietnam - ${demoGroup} Friendship Association`, ownTranslation: Language.VI };
      const decision = { decisionNumber: "11/QĐ-MAU", decidedOn: "2024", decisionIssuer: null };
      return [{ id: demoGroupId(unionId), unionId, name, foundedOn: "2024", dissolvedOn: null, namedAsOf: null, ...decision, sourceId: null }];
    },
  }),
  demoPart({ table: AssociationGroup, key: "association_id", rows: ({ id }) => [{ associationId: demoGroupId(id), groupId: demoGroup }] }),
  demoPart({
    table: AssociationCountry,
    key: "association_id",
    rows: ({ associations }) => associations.flatMap(({ id, countries }) => countries.map(countryCode => ({ associationId: id, countryCode }))),
  }),
  demoPart({
    table: AssociationName,
    key: "association_id",
    rows: ({ label, associations }) =>
      associations.slice(0, 2).map(({ id, of }) => ({ associationId: id, until: "2015-06-01", name: { vi: null, en: `${label} Vietnam - ${of} Friendship Committee`, ownTranslation: null } })),
  }),
];
