import { form, recordKind, row } from "@huu-nghi/subgraph-kit";
import { Person } from "./person";

// What a source says of somebody beyond the name is no business of a data file.
export const personRecords = recordKind({
  section: "people",
  entry: form.entryOf({ id: form.id, fullName: form.text }),
  id: entry => entry.id,
  rows: ({ id, fullName }, { sourceId }) => [row(Person, { id, fullName, sourceId })],
});
