import { addDays, demoPart, Dice, Language, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { demoCurrencies, demoRate } from "../exchange-rate";
import { demoSectorCodes } from "../sector";
import { AidProject, type ProjectStatus } from "./aid-project";
import { Locality, ProjectAssociation, ProjectLocality, ProjectNgo, ProjectSector } from "./project-share";

const projectCount = 220;
const localityCount = 30;
const pad = (number: number, length: number) => String(number).padStart(length, "0");

/** A made-up project with what follows from it in other tables. */
export interface DemoProject extends Pick<AidProject, "id" | "code" | "title" | "status" | "startsOn" | "endsOn" | "unionId"> {
  currency: string;
  /** What was promised at first, in whole units. */
  amount: number;
  /** When it was promised; null while the project is only proposed. */
  signedOn: string | null;
  ngos: { id: string; percentage: string | null }[];
  sectors: { code: string; percentage: string }[];
  localities: { id: string; percentage: string | null }[];
  associations: string[];
}

const works: [string, string][] = [
  ["Xây trường mầm non", "Kindergarten"],
  ["Nước sạch nông thôn", "Rural water"],
  ["Khám bệnh lưu động", "Mobile clinic"],
  ["Trồng rừng", "Tree planting"],
  ["Học bổng học sinh nghèo", "Scholarships for poor pupils"],
  ["Dạy nghề cho thanh niên", "Vocational courses for young people"],
  ["Nhà cho gia đình khó khăn", "Homes for families in need"],
  ["Hỗ trợ người khuyết tật", "Support of people with disabilities"],
];

/** Shares of 1 to 3 sectors; in every third project some money is not allocated. */
const percentages: string[][] = [["100"], ["60", "40"], ["50", "30", "20"], ["80"], ["70", "12.5", "10.2"], ["33.33", "33.33"]];

const several = (dice: Dice, of: readonly string[], count: number) => {
  const first = dice.int(0, of.length - 1);
  return Array.from({ length: count }, (_, at) => of[(first + at * 7) % of.length]!);
};

const demoLocalityIds = ({ id }: DemoUnion) => Array.from({ length: localityCount }, (_, at) => `${id}:commune-${pad(at + 1, 2)}`);

const demoProject = (union: DemoUnion, number: number): DemoProject => {
  const { id: unionId, label, firstYear, lastYear } = union;
  const dice = new Dice(`${unionId} project ${number}`);
  const [vi, en] = dice.one(works);
  const currency = dice.one(["USD", "USD", "USD", "USD", ...demoCurrencies]);
  const begins = dice.day(firstYear, lastYear);
  const ends = addDays(begins, dice.int(90, 1400));
  const isProposed = dice.chance(0.2) && begins > `${lastYear}-01-01`;
  const status: ProjectStatus =
    isProposed ? "PROPOSED"
    : dice.chance(0.03) ? "CANCELLED"
    : ends <= `${lastYear}-12-31` ? "COMPLETED"
    : "RUNNING";
  const worthInVnd = dice.int(3, 70) * 80_000_000;
  const step = { VND: 1_000_000, JPY: 1000, KRW: 10_000 }[currency] ?? 100;
  const signed = addDays(begins, -dice.int(0, 60));
  const countOf = (probability: number) => (dice.chance(probability) ? 2 : 1);
  const shares = dice.one(percentages);
  const sectors = several(dice, demoSectorCodes(union), shares.length).map((code, at) => ({ code, percentage: shares[at]! }));
  // A few NGOs have most of the projects, as in real provinces; some have none.
  const busiest = union.ngoIds.slice(0, 1 + Math.floor(dice.next() ** 2 * union.ngoIds.length));
  const ngoIds = [...new Set(several(dice, busiest, countOf(0.2)))];
  const isUneven = dice.chance(0.5);
  const localityIds = several(dice, demoLocalityIds(union), countOf(0.3));
  return {
    id: `${unionId}:project-${pad(number, 3)}`,
    unionId,
    code: `${label.toUpperCase()}-${pad(number, 3)}`,
    title: { vi: `${vi} ${number} (${label})`, en: `${label} ${en} ${number}`, ownTranslation: Language.VI },
    status,
    startsOn: isProposed ? null : begins,
    endsOn: isProposed ? null : ends,
    currency,
    amount: Math.max(1, Math.round(worthInVnd / demoRate(currency, Number(begins.slice(0, 4)), 6) / step)) * step,
    signedOn: isProposed ? null : signed < `${firstYear}-01-01` ? begins : signed,
    ngos: ngoIds.map((id, at) => ({ id, percentage: ngoIds.length > 1 && isUneven ? (at === 0 ? "65" : "35") : null })),
    sectors,
    localities: localityIds.map(id => ({ id, percentage: null })),
    associations: dice.chance(0.35) ? [dice.one(union.associations).id] : [],
  };
};

export const demoProjects = (union: DemoUnion): DemoProject[] => Array.from({ length: projectCount }, (_, at) => demoProject(union, at + 1));

export const aidProjectDemo = [
  demoPart({
    table: Locality,
    key: "id",
    rows: union => demoLocalityIds(union).map((id, at) => ({ id, name: { vi: `Xã ${at + 1} (${union.label})`, en: `${union.label} Commune ${at + 1}`, ownTranslation: Language.VI }, sourceId: null })),
  }),
  demoPart({
    table: AidProject,
    key: "id",
    rows: union => demoProjects(union).map(({ id, unionId, code, title, status, startsOn, endsOn }) => ({ id, unionId, code, title, status, startsOn, endsOn, sourceId: null })),
  }),
  demoPart({
    table: ProjectSector,
    key: "project_id",
    rows: union => demoProjects(union).flatMap(({ id, sectors }) => sectors.map(({ code, percentage }) => ({ projectId: id, sectorCode: code, percentage }))),
  }),
  demoPart({
    table: ProjectNgo,
    key: "project_id",
    rows: union => demoProjects(union).flatMap(project => project.ngos.map(({ id, percentage }) => ({ projectId: project.id, ngoId: id, percentage }))),
  }),
  demoPart({
    table: ProjectLocality,
    key: "project_id",
    rows: union => demoProjects(union).flatMap(project => project.localities.map(({ id, percentage }) => ({ projectId: project.id, localityId: id, percentage }))),
  }),
  demoPart({
    table: ProjectAssociation,
    key: "project_id",
    rows: union => demoProjects(union).flatMap(({ id, associations }) => associations.map(associationId => ({ projectId: id, associationId }))),
  }),
];
