import { sql, type Measure } from "@huu-nghi/subgraph-kit";
import { worth } from "./scholarship-filter";

// An award has no name of its own: it goes by the associations that gave it.
const award = sql`
  scholarship.union_id, 'Scholarship' as kind, scholarship.id, givers.label_vi, givers.label_en, 'EXACT' as qualifier, scholarship.awarded_on as date`;
const awards = sql`
  scholarship cross join lateral (
    select string_agg(coalesce(association.name_vi, association.name_en), ', ' order by association.id) as label_vi,
      string_agg(coalesce(association.name_en, association.name_vi), ', ' order by association.id) as label_en
    from scholarship_association giver join friendship_association association on association.id = giver.association_id
    where giver.scholarship_id = scholarship.id) givers
  where scholarship.awarded_on is not null`;

export const scholarshipMeasures: Measure[] = [
  {
    code: "associations.scholarships",
    label: { vi: "Học bổng", en: "Scholarships" },
    description: "Scholarships awarded in the period, one for each recipient. An award of which nobody says how many recipients it had adds nothing that is known; one of which only the school year is known is in no period.",
    unit: "count",
    kind: "flow",
    records: sql`select ${award}, scholarship.recipient_count as value from ${awards}`,
  },
  {
    code: "associations.scholarshipValue",
    label: { vi: "Giá trị học bổng", en: "Value of scholarships" },
    description: "What the scholarships awarded in the period are worth, as far as that is known in dong. Amounts in other currencies are not converted: they add nothing that is known, and scholarshipTotals shows them.",
    unit: "VND",
    kind: "flow",
    records: sql`select ${award}, case when scholarship.currency = 'VND' then ${worth} end as value from ${awards}`,
  },
];
