import { raw, sql, type Measure, type Sql } from "@huu-nghi/subgraph-kit";

/** Events of a union, once for each of its organisers; `countedOnce` makes one of them. What was called off was not held. */
const records = (value: Sql, qualifier: Sql, which: Sql) => sql`
  select organiser.union_id, 'Event' as kind, event.id, event.title_vi as label_vi, event.title_en as label_en, ${value} as value, ${qualifier} as qualifier,
    event.starts_on as date
  from event join event_organiser organiser on organiser.event_id = event.id
  where organiser.union_id is not null and event.called_off_on is null ${which}`;

const one = raw("1");
const exact = raw("'EXACT'");
const trainings = raw("and event.kind = 'TRAINING'");

export const eventMeasures: Measure[] = [
  {
    code: "foreignRelations.events",
    label: { vi: "Sự kiện", en: "Events" },
    description: "Events that the union or one of its associations organised in any role and that began in the period, each once; not those that were called off.",
    unit: "count",
    kind: "flow",
    countedOnce: true,
    records: records(one, exact, raw("")),
  },
  {
    code: "foreignRelations.trainings",
    label: { vi: "Lớp tập huấn", en: "Trainings" },
    description: "Those of its events that are trainings.",
    unit: "count",
    kind: "flow",
    countedOnce: true,
    records: records(one, exact, trainings),
  },
  {
    code: "foreignRelations.peopleTrained",
    label: { vi: "Lượt người được tập huấn", en: "People trained" },
    description: "Participants of its trainings; a person in two of them counts twice.",
    unit: "people",
    kind: "flow",
    countedOnce: true,
    records: records(raw("event.headcount"), raw("coalesce(event.headcount_qualifier, 'EXACT')"), trainings),
  },
];
