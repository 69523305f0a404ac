import { raw, sql, type Measure } from "@huu-nghi/subgraph-kit";

/** Delegations of a union, once for each of its hosts; `countedOnce` makes one of them. */
const records = (direction: "INBOUND" | "OUTBOUND", value: string, qualifier: string) => sql`
  select host.union_id, 'Delegation' as kind, delegation.id, delegation.title_vi as label_vi, delegation.title_en as label_en,
    ${raw(value)} as value, ${raw(qualifier)} as qualifier, delegation.arrived_on as date
  from delegation join delegation_host host on host.delegation_id = delegation.id
  where delegation.direction = ${direction}`;

export const delegationMeasures: Measure[] = [
  {
    code: "foreignRelations.delegationsInbound",
    label: { vi: "Đoàn vào", en: "Delegations received" },
    description: "Delegations that the union or one of its associations received and that arrived in the period, each once.",
    unit: "count",
    kind: "flow",
    countedOnce: true,
    records: records("INBOUND", "1", "'EXACT'"),
  },
  {
    code: "foreignRelations.delegationsOutbound",
    label: { vi: "Đoàn ra", en: "Delegations sent" },
    description: "Delegations that the union or one of its associations sent or joined abroad and that arrived in the period, each once.",
    unit: "count",
    kind: "flow",
    countedOnce: true,
    records: records("OUTBOUND", "1", "'EXACT'"),
  },
  {
    code: "foreignRelations.peopleInbound",
    label: { vi: "Lượt người trong các đoàn vào", en: "People in delegations received" },
    description: "People in the delegations that it received; a person in two of them counts twice.",
    unit: "people",
    kind: "flow",
    countedOnce: true,
    records: records("INBOUND", "delegation.headcount", "coalesce(delegation.headcount_qualifier, 'EXACT')"),
  },
  {
    code: "foreignRelations.agreements",
    label: { vi: "Thỏa thuận đã ký", en: "Agreements signed" },
    description: "Agreements, memoranda of understanding and letters of intent signed in the period; so far only as sources report them.",
    unit: "count",
    kind: "flow",
  },
];
