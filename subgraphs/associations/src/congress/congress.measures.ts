import { sql, type Measure } from "@huu-nghi/subgraph-kit";

const congress = sql`
  association.union_id, 'Congress' as kind, congress.id, association.name_vi as label_vi, association.name_en as label_en, 1 as value, 'EXACT' as qualifier`;
const ofAssociation = sql`from congress join friendship_association association on association.id = congress.association_id`;

export const congressMeasures: Measure[] = [
  {
    code: "associations.congressesHeld",
    label: { vi: "Đại hội đã tổ chức", en: "Congresses held" },
    description: "Congresses of the union's friendship associations held in the period.",
    unit: "count",
    kind: "flow",
    records: sql`select ${congress}, congress.held_on as date ${ofAssociation} where congress.held_on is not null`,
  },
  {
    code: "associations.tenuresEnding",
    label: { vi: "Nhiệm kỳ kết thúc", en: "Tenures ending" },
    description: "Tenures, begun by congresses of the union's friendship associations, that end in the period; a tenure ends with its last year.",
    unit: "count",
    kind: "flow",
    // By its last day, so that a period which begins within the year counts it too. What is only planned has begun no tenure.
    records: sql`
      select ${congress}, make_date(congress.tenure_to, 12, 31) as date ${ofAssociation}
      where (congress.held_on is not null or congress.planned_on is null)
        and (association.dissolved_on is null or partial_end(association.dissolved_on) >= make_date(congress.tenure_to, 12, 31))`,
  },
];
