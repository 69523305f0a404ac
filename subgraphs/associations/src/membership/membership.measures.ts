import { sql, type Measure } from "@huu-nghi/subgraph-kit";

// Who a record stands for is not public: it is labelled by its association.
const ids = { Membership: sql`membership.id`, Person: sql`membership.person_id`, MemberOrganisation: sql`membership.organisation_id` };
const records = (kind: keyof typeof ids) => sql`
  select association.union_id, ${kind}::text as kind, ${ids[kind]} as id,
    association.name_vi as label_vi, association.name_en as label_en, 1 as value, 'EXACT' as qualifier, membership.since, coalesce(membership.until, association.dissolved_on) as until
  from membership join friendship_association association on association.id = membership.association_id where ${ids[kind]} is not null`;

export const membershipMeasures: Measure[] = [
  {
    code: "associations.memberships",
    label: { vi: "Lượt hội viên", en: "Memberships" },
    description: "Memberships of people and of organisations in the union's associations on the last day; a person in two associations has two.",
    unit: "count",
    kind: "stock",
    records: records("Membership"),
  },
  {
    code: "associations.people",
    label: { vi: "Hội viên", en: "People who are members" },
    description: "People with a membership on the last day, each counted once.",
    unit: "people",
    kind: "stock",
    countedOnce: true,
    records: records("Person"),
  },
  {
    code: "associations.organisations",
    label: { vi: "Hội viên tổ chức", en: "Organisations that are members" },
    description: "Organisations with a membership on the last day, each counted once.",
    unit: "count",
    kind: "stock",
    countedOnce: true,
    records: records("MemberOrganisation"),
  },
];
