import { roles as roleNames, type Viewer } from "@huu-nghi/identity";
import { buildDivisionSchema, declaredOn, entriesOf, openDatabase, type Division, type Entry } from "@huu-nghi/subgraph-kit";
import { getNamedType, isNonNullType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { isRefused, matrixOf, print, tableOf } from "./access-matrix";
import { entryQueries, privateParts, type Samples } from "./entry-queries";
import type { GraphqlAnswer } from "./graphql-client";
import { plant } from "./planted";
import { testSubgraph, type TestSubgraph } from "./subgraph";
import { viewers } from "./viewers";

/** Entries that do not say who may ask, and open ones that do not say why. */
export const undeclaredEntries = (division: Division): string[] =>
  entriesOf(buildDivisionSchema(division).declared, division)
    .filter(({ permission }) => !permission || ("open" in permission && permission.open.trim().length < 12))
    .map(({ name }) => name);

/** Fields of guarded things that could not be refused alone, because they may not be null. */
export const unrefusable = (division: Division): string[] =>
  Object.values(buildDivisionSchema(division).declared.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !/(Connection|Edge)$/.test(name))
    .flatMap(type => {
      const isGuarded = (of: unknown) => isObjectType(of) && declaredOn(of).guard !== undefined;
      const fields = Object.values(type.getFields());
      return fields.filter(field => isNonNullType(field.type) && (isGuarded(getNamedType(field.type)) || declaredOn(field).sensitive)).map(({ name }) => `${type.name}.${name}`);
    });

// Keys of things that have no table here; the last one is a report's.
const usualIds = ["dong-nai", "demo", "dong-nai:la", Buffer.from(JSON.stringify(["dong-nai", "2014-01-01", "2014-12-31"])).toString("base64url")];

/** Ids of the first rows of each type that has a table, and the texts that nobody but those who may see them may read. */
const readSamples = async (division: Division, hidden: ReturnType<typeof privateParts>, urls: TestSubgraph["urls"]) => {
  const database = await openDatabase(division, urls);
  try {
    const rows = new Map<string, Record<string, unknown>[]>();
    for (const { name, target } of database.reader.entityMetadatas) rows.set(name, await database.reader.getRepository(target).find({ take: 3 }) as Record<string, unknown>[]);
    const samples: Samples = type => (type === "Country" ? ["LA", "VN"] : (rows.get(type)?.map(({ id }) => String(id)) ?? usualIds));
    const secrets = hidden.flatMap(({ type, sensitive }) =>
      (rows.get(type) ?? []).flatMap(row => sensitive.map(field => row[field]).filter((text): text is string => typeof text === "string" && text.length > 5)),
    );
    const hiddenIds = hidden.flatMap(({ type }) => (rows.get(type) ?? []).map(({ id }) => String(id)).filter(id => id.length > 5));
    return { samples, secrets, hiddenIds };
  } finally {
    await database.close();
  }
};

// A leader reads all, and changes nothing.
const isLeader = ({ grants: [grant] }: Viewer) => grant?.role === "leader";

const rankOf = (division: string, { grants: [grant] }: Viewer) =>
  !grant ? -1 : roleNames.indexOf(grant.role === "officer" && grant.division !== division ? "viewer" : grant.role);

/** Who asks, one of each kind, of every union: what a union changes is for tests with records. */
const everybody = (division: string): [string, Viewer][] => [
  ["visitor", viewers.visitor],
  ["viewer", viewers.viewer("*")],
  ["officer elsewhere", viewers.officer("another-division", "*")],
  ["officer", viewers.officer(division, "*")],
  ["leader", viewers.leader()],
  ["admin", viewers.admin()],
];

/** The least role that an entry is for, by what it declares and by what it leads to. */
const neededFor = ({ name: entry, permission }: Entry, declared: GraphQLSchema): number => {
  if (permission && "changes" in permission) return roleNames.indexOf("officer");
  const own = !permission ? roleNames.indexOf("admin") : "open" in permission ? -1 : roleNames.indexOf(permission.needs);
  const [, entity] = /^_entities\((\w+)\)$/.exec(entry) ?? [];
  const [parent = "", field = ""] = entry.split(".");
  const led = entity ?? getNamedType((declared.getType(parent) as GraphQLObjectType).getFields()[field]!.type).name;
  const guard = declaredOn((declared.getType(led.replace(/Connection$/, "")) ?? { extensions: {} }) as { extensions: object }).guard;
  return Math.max(own, guard ? roleNames.indexOf(guard.needs) : -1);
};

// Some seconds on an idle machine; other tests run beside it.
const slowMs = 120_000;

/** What a division says about access, tried by asking; with the tables of who gets what. */
export const testAccess = (division: Division): void => {
  describe(`access to the division ${division.name}`, () => {
    const schema = buildDivisionSchema(division);
    const hidden = privateParts(schema.declared);
    let subgraph: TestSubgraph;
    let samples: Samples;
    let secrets: string[];
    let hiddenIds: string[];
    beforeAll(async () => {
      subgraph = await testSubgraph(division, { records: true, demo: 1 });
      ({ samples, secrets, hiddenIds } = await readSamples(division, hidden, subgraph.urls));
      for (const secret of secrets) plant("value", secret);
    }, 60_000);
    afterAll(() => subgraph[Symbol.asyncDispose]());

    it("is declared by every entry, and open ones say why", () => expect(undeclaredEntries(division)).toEqual([]));

    it("can be refused to a field without taking the page with it", () => expect(unrefusable(division)).toEqual([]));

    it("without a token, by every path and every reference, finds nothing that is not public", async () => {
      const answers: { entry: string; answer: GraphqlAnswer }[] = [];
      // One after the other: all at once would wait in line for longer than a signature is good for.
      for (const { query, variables, entry } of entryQueries(division, schema, samples, 4)) answers.push({ entry, answer: await subgraph.run(query, variables) });
      expect(answers.filter(({ answer: { status } }) => status !== 200)).toEqual([]);
      const text = JSON.stringify(answers);
      expect(text.length).toBeGreaterThan(2000);
      for (const { type } of hidden) expect(text).not.toContain(`"__typename":"${type}"`);
      for (const secret of [...secrets, ...hiddenIds]) expect(text).not.toContain(secret);
      // Figures name the kinds of their records, and nothing else of them.
      for (const { type } of hidden) expect(text).not.toContain(`"kind":"${type}"`);
    }, slowMs);

    it("is what each entry declares, for each role", async () => {
      const roles = everybody(division.name);
      const entries = entryQueries(division, schema, samples, 0).map(each => ({ ...each, name: each.entry }));
      const matrix = await matrixOf(`Who may ask what of ${division.name}`, entries, roles, async ({ query, variables }, who) => (isRefused(await subgraph.run(query, variables, who)) ? "-" : "yes"));
      print(tableOf(matrix));
      const declared = entriesOf(schema.declared, division).map(entry => ({ name: entry.name, needed: neededFor(entry, schema.declared), changes: entry.permission !== undefined && "changes" in entry.permission }));
      expect(matrix.rows).toEqual(declared.map(({ name, needed, changes }) => ({ name, cells: roles.map(([, who]) => (rankOf(division.name, who) >= needed && !(changes && isLeader(who)) ? "yes" : "-")) })));
    }, slowMs);

    const fields = hidden.flatMap(({ type, sensitive }) => sensitive.map(field => ({ name: `${type}.${field}`, type, field })));
    (fields.length > 0 ? it : it.skip)("to each sensitive field is masked, and opened by a role with a purpose", async () => {
      const roles = everybody(division.name);
      const matrix = await matrixOf(`Sensitive fields of ${division.name}, without and with a purpose`, fields, roles, async ({ type, field }, who) => {
        const of = samples(type).map(id => ({ __typename: type, id }));
        const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { closed: ${field} opened: ${field}(purpose: "A test of who may open it") } } }`;
        const { data } = await subgraph.run(query, { of }, who);
        const shown = ((data?._entities ?? []) as ({ closed: string | null; opened: string | null } | null)[]).filter(each => each !== null);
        const isOpened = shown.some(({ opened }) => opened !== null && secrets.includes(opened));
        if (shown.some(({ closed }) => closed !== null && secrets.includes(closed))) return "NOT MASKED";
        return shown.length === 0 ? "-" : isOpened ? "masked, opened" : "masked";
      });
      print(tableOf(matrix));
      expect(matrix.rows.flatMap(({ cells }) => cells)).not.toContain("NOT MASKED");
      for (const { cells } of matrix.rows) expect(cells).toEqual(["-", "-", "-", "masked, opened", "masked, opened", "masked, opened"]);
    });
  });
};
