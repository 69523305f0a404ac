import { sql, type Measure } from "@huu-nghi/subgraph-kit";

// Who a record stands for is not public: it is labelled by its association.
const members = (state: "ABROAD" | "RETURNED") => sql`
  select union_id, 'Person' as kind, person_id as id, name_vi as label_vi, name_en as label_en, 1 as value, 'EXACT' as qualifier, since, until
  from overseas_member where state = ${state}::text`;

export const overseasMeasures: Measure[] = [
  {
    code: "associations.membersAbroad",
    label: { vi: "Hội viên ở nước ngoài", en: "Members abroad" },
    description: "Members of the union's associations who live abroad on the last day, each counted once.",
    unit: "people",
    kind: "stock",
    countedOnce: true,
    records: members("ABROAD"),
  },
  {
    code: "associations.returnees",
    label: { vi: "Hội viên hồi hương", en: "Members who returned" },
    description: "Members of the union's associations who lived abroad and have come back by the last day, each counted once.",
    unit: "people",
    kind: "stock",
    countedOnce: true,
    records: members("RETURNED"),
  },
];
