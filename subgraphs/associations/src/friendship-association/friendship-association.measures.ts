import { countryName } from "@huu-nghi/reference";
import { partOfTime, sql, type Measure } from "@huu-nghi/subgraph-kit";
import { allCountries } from "./association-countries";

const association = sql`
  association.union_id, 'FriendshipAssociation' as kind, association.id, association.name_vi as label_vi, association.name_en as label_en,
  1 as value, 'EXACT' as qualifier`;
const validity = sql`coalesce(association.founded_on, association.named_as_of) as since, association.dissolved_on as until`;

const whileFor = partOfTime("coalesce(association.founded_on, association.named_as_of)", "association.dissolved_on", "of");

export const associationMeasures: Measure[] = [
  {
    code: "associations.associations",
    label: { vi: "Hội hữu nghị", en: "Friendship associations" },
    description: "Friendship associations that stand on the last day.",
    unit: "count",
    kind: "stock",
    records: sql`select ${association}, ${validity} from friendship_association association`,
  },
  {
    code: "associations.countries",
    label: { vi: "Nước có hội hữu nghị", en: "Countries with a friendship association" },
    description: "Foreign countries for which an association stands on the last day, by their names or as members of a group, each once; Viet Nam, the unions' own country, is not counted where a group has it.",
    unit: "count",
    kind: "stock",
    countedOnce: true,
    labelOf: countryName,
    records: sql`
      select association.union_id, 'Country' as kind, of.country_code as id, null as label_vi, null as label_en, 1 as value, 'EXACT' as qualifier,
        ${whileFor.since} as since, ${whileFor.until} as until
      from friendship_association association join (${allCountries}) of on of.association_id = association.id where ${whileFor.some} and of.country_code <> 'VN'`,
  },
  {
    code: "associations.founded",
    label: { vi: "Hội thành lập", en: "Associations founded" },
    description: "Friendship associations founded in the period.",
    unit: "count",
    kind: "flow",
    records: sql`select ${association}, association.founded_on as date from friendship_association association where association.founded_on is not null`,
  },
  {
    code: "associations.dissolved",
    label: { vi: "Hội giải thể", en: "Associations dissolved" },
    description: "Friendship associations dissolved in the period.",
    unit: "count",
    kind: "flow",
    records: sql`select ${association}, association.dissolved_on as date from friendship_association association where association.dissolved_on is not null`,
  },
];
