import { demoPart, Dice, FigureQualifier, Source, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { AssociationSnapshot } from "./association-snapshot";
import { GrowthMeasure } from "./growth-measure";

const sourceOf = ({ id }: DemoUnion, year: number) => `${id}:association-report-${year}`;
const yearsOf = ({ firstYear, lastYear }: DemoUnion) => Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);

/** Every association's numbers by the end of each year, growing as they go. */
const demoSnapshots = function* (union: DemoUnion): Iterable<Partial<AssociationSnapshot>> {
  const dice = new Dice(`${union.id} association snapshots`);
  for (const [at, { id: associationId }] of union.associations.entries()) {
    let [branches, memberships] = [Math.max(2, 20 - 2 * at), 100 * dice.int(10 - at, 18 - at)];
    for (const year of yearsOf(union)) {
      for (const { measure, value, words } of [
        { measure: GrowthMeasure.BRANCHES, value: branches, words: "chi hội" },
        { measure: GrowthMeasure.MEMBERSHIPS, value: memberships, words: "hội viên" },
      ]) {
        const isAbout = measure === GrowthMeasure.MEMBERSHIPS;
        yield {
          id: `${associationId}:${measure.toLowerCase()}-${year}`, associationId, measure, statedAsOf: String(year), value, qualifier: isAbout ? FigureQualifier.ABOUT : FigureQualifier.EXACT,
          asPrinted: `${isAbout ? "khoảng " : ""}${value} ${words} (${union.label})`, locator: null, sourceId: sourceOf(union, year),
        };
      }
      branches += dice.int(0, 3);
      memberships += 10 * dice.int(0, 20);
    }
  }
};

export const snapshotDemo = [
  demoPart({
    table: Source,
    key: "id",
    rows: union =>
      yearsOf(union).map(year => ({ id: sourceOf(union, year), title: `${union.label} report of the associations of ${year}, made up`, publisher: null, date: null, statedAsOf: String(year), locator: null })),
  }),
  demoPart({ table: AssociationSnapshot, key: "id", rows: demoSnapshots }),
];
