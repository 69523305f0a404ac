import { registerEnumType } from "type-graphql";

export enum GrowthMeasure {
  ASSOCIATIONS = "ASSOCIATIONS",
  BRANCHES = "BRANCHES",
  MEMBERSHIPS = "MEMBERSHIPS",
  PEOPLE = "PEOPLE",
}
registerEnumType(GrowthMeasure, {
  name: "GrowthMeasure",
  description: "What is counted on each day of a series.",
  valuesConfig: {
    ASSOCIATIONS: { description: "Friendship associations; of a union only." },
    BRANCHES: { description: "Branches, at every depth." },
    MEMBERSHIPS: { description: "Memberships; a person in two associations has two." },
    PEOPLE: { description: "People with a membership, each counted once." },
  },
});

/** The figure of a union that counts the same. */
export const figureOf: Record<GrowthMeasure, string> = {
  ASSOCIATIONS: "associations.associations",
  BRANCHES: "associations.branches",
  MEMBERSHIPS: "associations.memberships",
  PEOPLE: "associations.people",
};

export enum SeriesStep {
  YEAR = "YEAR",
  QUARTER = "QUARTER",
  MONTH = "MONTH",
}
registerEnumType(SeriesStep, {
  name: "SeriesStep",
  description: "How far apart the days of a series are.",
  valuesConfig: {
    YEAR: { description: "The last day of each year." },
    QUARTER: { description: "The last day of each quarter." },
    MONTH: { description: "The last day of each month." },
  },
});
