import { countries } from "@huu-nghi/reference";
import { openDatabase } from "@huu-nghi/subgraph-kit";
import { figureChangeCases, testChanges, type ChangeCase, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "./associations";
import { overseasChangeCases } from "./overseas/change-cases.fixture";
import { scholarshipChangeCases } from "./scholarship/change-cases.fixture";
import { prepareSuccessions, successionCases } from "./succession/succession-cases.fixture";
import { mergeChangeCases } from "./duplicate/merge-changes.fixture";
import { organisationChangeCases } from "./organisation/organisation-changes.fixture";
import { positionChangeCases } from "./position/position-changes.fixture";
import { personalDataChanges } from "./data-request/personal-data-changes.fixture";

type Wrong = NonNullable<ChangeCase["invalid"]>[number];

const name = (number: number) => ({ vi: `Tên mẫu ${number}`, en: `Sample name ${number}` });
const nameless: Wrong[] = [[{ name: {} }, "name"], [{ name: { vi: "  " } }, "name"], [{ name: { vi: "Tên", ownTranslation: "EN" } }, "name"], [{ name: { en: "x".repeat(501) } }, "name"]];
const wrongReasons: Wrong[] = [[{ reason: "" }, "reason"], [{ reason: " \n" }, "reason"], [{ reason: "x".repeat(1001) }, "reason"]];
const nothing = (...fields: string[]): Wrong => [Object.fromEntries(fields.map(field => [field, null])), "input"];
const end = () => ({ on: "2024-05", reason: "No members were left" });

const ofUnions: ChangeCase[] = [
  {
    mutation: "createUnion",
    union: "vufo",
    input: number => ({ id: `mau-${number}`, name: name(number), level: "PROVINCIAL", parent: "vufo" }),
    invalid: [
      ...nameless, [{ id: "Mẫu" }, "id"], [{ id: "a--b" }, "id"], [{ id: "x".repeat(61) }, "id"], [{ id: "demo-07" }, "id"],
      [{ level: "DISTRICT" }, "input"], [{ parent: "x".repeat(3000) }, "parent"], [{ foundedOn: "2999" }, "foundedOn"],
    ],
  },
  { mutation: "changeUnion", of: "createUnion", union: ({ id }) => String(id), input: number => ({ name: name(number) }), invalid: [...nameless, [{ parent: "dong-nai" }, "parent"], nothing("name", "parent")] },
  { mutation: "endUnion", of: "createUnion", union: ({ id }) => String(id), input: end, invalid: [...wrongReasons, [{ on: "2999" }, "on"], [{ on: "soon" }, "input"], [{ on: "2023-02-29" }, "input"], [{ on: null }, "input"]] },
  {
    mutation: "correctUnion",
    of: "createUnion",
    union: ({ id }) => String(id),
    input: number => ({ name: name(number), reason: "Misspelt" }),
    invalid: [...nameless, ...wrongReasons, [{ parent: "dong-nai" }, "parent"], [{ parent: "x".repeat(3000) }, "parent"], [{ endedOn: "2999-01" }, "endedOn"], [{ endedOn: "soon" }, "input"], nothing("name", "level")],
  },
];

// Each in countries of its own, since an id is made of them.
const codes = countries().map(({ code }) => code).filter(code => code !== "VN");
const pair = (number: number) => [codes[number % codes.length], codes[(number + 1 + Math.floor(number / codes.length)) % codes.length]];

const ofAssociations: ChangeCase[] = [
  {
    mutation: "createFriendshipAssociation",
    input: number => ({ union: "vinh-phuc", name: name(number), countries: pair(number), foundedOn: "2015" }),
    invalid: [
      ...nameless, [{ union: "nowhere" }, "union"], [{ countries: [] }, "countries"], [{ countries: ["XX"] }, "countries"], [{ countries: ["VN"] }, "countries"], [{ countries: ["LA", "LA"] }, "countries"], [{ countries: ["Lào"] }, "input"],
      [{ foundedOn: null }, "foundedOn"], [{ foundedOn: "2999" }, "foundedOn"], [{ foundedOn: null, namedAsOf: "2999" }, "namedAsOf"], [{ countries: [], groups: ["ASEAN"], foundedOn: "1960" }, "foundedOn"], [{ foundedOn: "2015-02-30" }, "input"], [{ groups: ["NOWHERE"] }, "groups"], [{ countries: null }, "countries"], [{ level: "NATIONAL" }, "level"], [{ parent: "vinh-phuc:xx" }, "parent"], [{ parent: "vinh-phuc:gb" }, "parent"],
      [{ decidedOn: "2999" }, "decidedOn"], [{ decisionNumber: " " }, "decisionNumber"], [{ id: "vinh-phuc:something" }, "id"], [{ id: "dong-nai:la" }, "id"],
    ],
  },
  {
    mutation: "changeFriendshipAssociation",
    of: "createFriendshipAssociation",
    input: number => ({ name: name(number), countries: ["LA", "KH"] }),
    invalid: [...nameless, [{ countries: [] }, "countries"], [{ countries: ["XX"] }, "countries"], [{ groups: ["NOWHERE"] }, "groups"], [{ changedOn: "2999" }, "changedOn"], [{ changedOn: "2014" }, "changedOn"], [{ countries: null, changedOn: "2016" }, "changedOn"], [{ renamedOn: "2999" }, "renamedOn"], [{ renamedOn: "2014" }, "renamedOn"], [{ name: null, renamedOn: "2016" }, "renamedOn"], nothing("name", "countries")],
  },
  {
    mutation: "endFriendshipAssociation",
    of: "createFriendshipAssociation",
    input: end,
    invalid: [...wrongReasons, [{ on: "2014" }, "on"], [{ on: "2999" }, "on"], [{ on: "soon" }, "input"]],
  },
  {
    mutation: "correctFriendshipAssociation",
    of: "createFriendshipAssociation",
    input: number => ({ name: name(number), countries: ["KH"], foundedOn: "2016-05", reason: "The decision says so" }),
    invalid: [...nameless, ...wrongReasons, [{ countries: ["XX"] }, "countries"], [{ dissolvedOn: "2014" }, "dissolvedOn"], [{ dissolvedOn: "2999" }, "dissolvedOn"], [{ foundedOn: null }, "foundedOn"], [{ foundedOn: "2999-01" }, "foundedOn"], [{ namedAsOf: "2999" }, "namedAsOf"], [{ countries: [], groups: ["GMS"], foundedOn: "1991" }, "foundedOn"], [{ earlierNames: [{ name: {}, until: "2016" }] }, "earlierNames"], [{ parent: "vinh-phuc:gb" }, "parent"], [{ earlierCoverages: [{ countries: ["LA"], until: "2999" }] }, "earlierCoverages"]],
  },
];

const bodies = [{ kind: "EXECUTIVE_COMMITTEE", members: 15 }, { kind: "STANDING_COMMITTEE", members: 5 }];
const wrongBodies: Wrong[] = [
  [{ bodies: [{ kind: "OTHER" }] }, "bodies.name"], [{ bodies: [{ kind: "STANDING_COMMITTEE", members: 0 }] }, "bodies.members"], [{ bodies: [{ kind: "STANDING_COMMITTEE" }, { kind: "STANDING_COMMITTEE", members: 5 }] }, "bodies"],
];

// Each in an association of its own, since tenures of one do not overlap.
const ofCongresses: ChangeCase[] = [
  {
    mutation: "createCongress",
    input: number => ({ association: `vinh-phuc:of-${number}`, ordinal: 1, heldOn: "2018-06-01", tenureFrom: 2018, tenureTo: 2023, level: "PROVINCIAL", delegates: 120, bodies }),
    invalid: [
      ...wrongBodies, [{ association: "vinh-phuc:xx" }, "association"], [{ ordinal: 0 }, "ordinal"], [{ tenureTo: 2017 }, "tenureTo"], [{ tenureFrom: 1899 }, "tenureFrom"], [{ tenureTo: 3000 }, "tenureTo"],
      [{ heldOn: "2013" }, "heldOn"], [{ heldOn: "2024" }, "heldOn"], [{ heldOn: null, plannedOn: "2024" }, "plannedOn"], [{ tenureTo: 2999, heldOn: "2999" }, "heldOn"],
      [{ delegates: 0 }, "delegates"], [{ heldOn: null, plannedOn: "2018" }, "bodies"],
    ],
  },
  {
    mutation: "changeCongress",
    of: "createCongress",
    input: () => ({ heldOn: "2018-09", tenureTo: 2024, bodies: bodies.slice(1) }),
    invalid: [...wrongBodies, [{ tenureTo: 2017 }, "tenureTo"], [{ heldOn: "2013-12-31" }, "heldOn"], [{ heldOn: null, plannedOn: "2019" }, "bodies"]],
  },
  {
    mutation: "correctCongress",
    of: "createCongress",
    input: number => ({ ordinal: 2 + (number % 98), heldOn: null, reason: "The minutes say so" }),
    invalid: [...wrongBodies, ...wrongReasons, [{ ordinal: -1 }, "ordinal"], [{ ordinal: 100 }, "ordinal"], [{ tenureFrom: 2030 }, "tenureTo"], [{ heldOn: "2030" }, "heldOn"], [{ delegates: -1 }, "delegates"]],
  },
];

const ofBranches: ChangeCase[] = [
  {
    mutation: "createBranch",
    input: number => ({ association: "vinh-phuc:gb", name: name(number), hostKind: "SCHOOL", since: "2016", parent: "gb-school", hostOrganisation: "Trường mẫu", locality: "Phường mẫu" }),
    invalid: [...nameless, [{ parent: "la-school" }, "parent"], [{ parent: "none" }, "parent"], [{ hostOrganisation: " " }, "hostOrganisation"], [{ locality: "x".repeat(201) }, "locality"], [{ association: "vinh-phuc:xx" }, "association"], [{ since: "2013" }, "since"], [{ since: "2999" }, "since"], [{ hostKind: "SHIP" }, "input"]],
  },
  { mutation: "changeBranch", of: "createBranch", input: number => ({ name: name(number), hostKind: "BUSINESS", parent: null, hostOrganisation: null }), invalid: [...nameless, [{ parent: "la-school" }, "parent"], [{ locality: " " }, "locality"], [{ changedOn: "2015" }, "changedOn"], [{ changedOn: "2999-01-01" }, "changedOn"]] },
  { mutation: "endBranch", of: "createBranch", input: end, invalid: [...wrongReasons, [{ on: "2999-01-01" }, "on"], [{ on: "2015" }, "on"]] },
  {
    mutation: "correctBranch",
    of: "createBranch",
    input: number => ({ name: name(number), since: "2017-03", reason: "The register says so" }),
    invalid: [...nameless, ...wrongReasons, [{ until: "2016" }, "until"], [{ since: "2013-12" }, "since"], [{ since: "2999" }, "since"], [{ parent: "none" }, "parent"], [{ earlierHomes: [{ hostKind: "OTHER", until: "2999" }] }, "earlierHomes"]],
  },
];

const source = { title: "A report to try", publisher: "Nobody", date: "2026" };
const wrongPrints: Wrong[] = [[{ asPrinted: " " }, "asPrinted"], [{ locator: "x".repeat(2001) }, "locator"], [{ value: -1 }, "value"], [{ measure: "ASSOCIATIONS" }, "measure"], [{ statedAsOf: "2999" }, "statedAsOf"]];

const ofSnapshots: ChangeCase[] = [
  {
    mutation: "createAssociationSnapshot",
    input: number => ({ association: "vinh-phuc:gb", measure: "BRANCHES", statedAsOf: String(1000 + number), value: 23, asPrinted: "23 branches", source }),
    invalid: [...wrongPrints, [{ association: "vinh-phuc:xx" }, "association"], [{ source: { ...source, title: "" } }, "source.title"]],
  },
  {
    mutation: "correctAssociationSnapshot",
    of: "createAssociationSnapshot",
    input: () => ({ value: 24, qualifier: "MORE_THAN", locator: "page 3", reason: "Misread" }),
    invalid: [...wrongPrints, ...wrongReasons],
  },
];

const details = (number: number) => ({ phone: `+84 000 111 ${number}`, email: `m${number}@mau.example`, birthDate: "1990-02-03", partyJoinedOn: "2015", health: "Ghi chú mẫu" });
const wrongDetails: Wrong[] = [
  [{ details: { phone: "none" } }, "details.phone"], [{ details: { email: "mau" } }, "details.email"], [{ details: { address: " " } }, "details.address"],
  [{ details: { birthDate: "2999-01-01" } }, "details.birthDate"], [{ details: { birthDate: "1990-02-03", partyJoinedOn: "1989" } }, "details.partyJoinedOn"], [{ details: { partyJoinedOn: "2999" } }, "details.partyJoinedOn"],
];
const wrongNames: Wrong[] = [[{ fullName: " " }, "fullName"], [{ fullName: "x".repeat(201) }, "fullName"]];

const ofPeople: ChangeCase[] = [
  {
    mutation: "createPerson",
    input: number => ({ fullName: `Người Mẫu ${number}`, details: details(number), membership: { association: "vinh-phuc:gb", branch: "gb-school", since: "2016" } }),
    invalid: [
      ...wrongNames, ...wrongDetails, [{ membership: { association: "vinh-phuc:xx", since: "2016" } }, "membership.association"],
      [{ membership: { association: "vinh-phuc:gb", branch: "la-school", since: "2016" } }, "membership.branch"], [{ membership: { association: "vinh-phuc:gb", since: "2013" } }, "membership.since"], [{ membership: { association: "vinh-phuc:gb", since: "2999" } }, "membership.since"],
      [{ membership: { association: "vinh-phuc:gb", branch: "gb-school", since: "2014-12" } }, "membership.since"], [{ membership: null }, "membership"], [{ position: { title: { vi: "Chuyên viên" }, role: "OTHER", bodyKind: "OFFICE", since: "2016" } }, "position.union"],
    ],
  },
  { mutation: "changePerson", of: "createPerson", input: number => ({ fullName: `Người Mẫu ${number}`, details: { phone: null, address: "Địa chỉ mẫu" } }), invalid: [...wrongNames, ...wrongDetails, nothing("fullName", "details")] },
  { mutation: "correctPerson", of: "createPerson", input: () => ({ details: { birthDate: "1991-02-03" }, reason: "The card says so" }), invalid: [...wrongNames, ...wrongDetails, ...wrongReasons] },
];

const ofMemberships: ChangeCase[] = [
  {
    mutation: "createMembership",
    input: number => ({ association: "vinh-phuc:gb", person: `person-${number}`, branch: "gb-school", since: "2016" }),
    invalid: [
      [{ association: "vinh-phuc:xx" }, "association"], [{ person: "nobody" }, "person"], [{ person: "of-dong-nai" }, "person"], [{ branch: "la-school" }, "branch"], [{ branch: "none" }, "branch"],
      [{ since: "2013" }, "since"], [{ since: "2999" }, "since"], [{ since: "2014-12" }, "since"], [{ since: "2016-02-30" }, "input"], [{ person: null }, "person"], [{ organisation: "nothing" }, "person"], [{ person: null, organisation: "nothing" }, "organisation"], [{ status: "KING" }, "input"],
    ],
  },
  { mutation: "changeMembership", of: "createMembership", input: () => ({ branch: null, status: "HONORARY" }), invalid: [[{ branch: "la-school" }, "branch"], [{ branch: "none" }, "branch"], [{ branch: "gb-ended" }, "branch"], [{ changedOn: "2015" }, "changedOn"], [{ changedOn: "2999" }, "changedOn"]] },
  { mutation: "endMembership", of: "createMembership", input: () => ({ ...end(), leavingReason: "MOVED", leavingNote: "To another province" }), invalid: [[{ leavingNote: " " }, "leavingNote"], [{ leavingReason: "BORED" }, "input"], ...wrongReasons, [{ on: "2999-01-01" }, "on"], [{ on: "2015" }, "on"]] },
  {
    mutation: "correctMembership",
    of: "createMembership",
    input: () => ({ since: "2016-05", until: "2020", leavingReason: "RESIGNED", reason: "The register says so" }),
    invalid: [...wrongReasons, [{ until: "2015" }, "until"], [{ since: "2013" }, "since"], [{ since: "2999" }, "since"], [{ since: "2021" }, "until"], [{ branch: "la-school" }, "branch"], [{ since: "2014-12" }, "since"], [{ since: "2019", branch: "gb-ended" }, "branch"], [{ until: undefined }, "leavingReason"], [{ earlierStays: [{ branch: "la-school", status: "ORDINARY", until: "2017" }] }, "earlierStays"]],
  },
];

/** People whom the union's officers reach, and what is of others. */
const prepare = async ({ urls }: TestSubgraph) => {
  const { writer, close } = await openDatabase(associations, urls);
  await writer.query(`
    insert into friendship_association (id, name_vi, founded_on, union_id) select 'vinh-phuc:of-' || number, 'Hội mẫu', '2014', 'vinh-phuc' from generate_series(1, 2000) number;
    insert into branch (id, association_id, name_vi, host_kind, since, until) values ('gb-ended', 'vinh-phuc:gb', 'Chi hội mẫu cũ', 'SCHOOL', '2015', '2018');
    insert into branch (id, association_id, name_vi, host_kind, since) values ('gb-school', 'vinh-phuc:gb', 'Chi hội mẫu', 'SCHOOL', '2015'), ('la-school', 'vinh-phuc:la', 'Chi hội mẫu', 'SCHOOL', '2015');
    insert into person (id, full_name) select 'person-' || number, 'Người Mẫu' from generate_series(1, 9999) number;
    insert into person (id, full_name) values ('of-dong-nai', 'Người Mẫu');
    insert into membership (id, association_id, person_id, since) select 'known-' || number, 'vinh-phuc:la', 'person-' || number, '2015' from generate_series(1, 9999) number;
    insert into membership (id, association_id, person_id, since) values ('elsewhere', 'dong-nai:la', 'of-dong-nai', '2015');
  `);
  await prepareSuccessions(writer);
  await close();
};

testChanges(associations, {
  union: "vinh-phuc",
  otherUnion: "dong-nai",
  content: { records: true },
  prepare,
  // Of a pair, in duplicates.test.ts; of all divisions, in the test of erasures; of a term, in data-requests.test.ts.
  triedElsewhere: ["dismissDuplicate", "erasePersonInAssociations", "correctDataRequestTerm"],
  cases: [
    ...ofUnions, ...ofAssociations, ...successionCases, ...ofCongresses, ...ofBranches, ...ofSnapshots, ...ofPeople, ...ofMemberships, ...organisationChangeCases, ...positionChangeCases,
    ...mergeChangeCases, ...personalDataChanges, ...scholarshipChangeCases, ...overseasChangeCases, ...figureChangeCases(associations),
  ],
});
