import { readDataFiles, type Division } from "@huu-nghi/subgraph-kit";
import { associations } from "@huu-nghi/associations";
import { divisions } from "./system";

const rowsOf = (division: Division) => readDataFiles(division.folder, division.records).entries.flatMap(({ file, line, rows }) => rows.map(({ row }) => ({ at: `${division.name}/${file}:${line}`, row })));

/** A database cannot check a key of another division; for the records that we bring along, this does. */
describe("the article records of all divisions", () => {
  const idsOf = (section: string) => readDataFiles(associations.folder, associations.records).entries.filter(({ kind }) => kind.section === section).map(({ id }) => id);
  const known: Record<string, string[]> = { unionId: idsOf("unions"), associationId: idsOf("friendshipAssociations") };

  it.each(Object.keys(known))("name in %s what the associations division has", key => {
    const named = divisions.flatMap(rowsOf).filter(({ row }) => typeof row[key] === "string");
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ row }) => !known[key]!.includes(row[key] as string)).map(({ at, row }) => `${at}: ${String(row[key])}`)).toEqual([]);
  });
});
