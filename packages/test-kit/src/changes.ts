import type { Viewer } from "@huu-nghi/identity";
import { buildDivisionSchema, declaredOn, type Division } from "@huu-nghi/subgraph-kit";
import { getNamedType, isLeafType, isNonNullType, type GraphQLObjectType } from "graphql";
import { Client } from "pg";
import { print, tableOf, type Matrix } from "./access-matrix";
import type { GraphqlAnswer } from "./graphql-client";
import { testSubgraph, type TestSubgraph } from "./subgraph";
import type { Content } from "./test-database";
import { viewers } from "./viewers";

type Input = Record<string, unknown>;

/** How one mutation is tried. The rest is read off the schema: the type of its input, what it answers with, whose eyes that is for. */
export interface ChangeCase {
  mutation: string;
  /** For a change of what exists: the mutation, of these cases too, that makes one. Its id and version are put into the input. */
  of?: string;
  /** What is sent besides the key, and the id and version of what `of` made; the number is another one each time. */
  input: (number: number) => Input;
  /** What makes the input wrong, and the argument that the answer names; one at least. */
  invalid: [Input, string][];
  /** The record is gone afterwards: the answer holds what it was. */
  removes?: boolean;
  /** It names somebody whom officers of another union may not know of: to them it is as if there were none. */
  hidden?: boolean;
  /** Whose officers may make it, when it is not the union of all cases. */
  union?: string | ((input: Input) => string);
}

export interface ChangeCases {
  /** Whose officers may make these changes, and of which other union they may not be. */
  union: string;
  otherUnion: string;
  cases: ChangeCase[];
  content?: Content;
  /** What has to be there before, put there through the API or by SQL. */
  prepare?: (test: TestSubgraph) => Promise<unknown>;
  /** Mutations of the division that are tried elsewhere. */
  triedElsewhere?: string[];
}

/** What a mutation's name says of it, by the schema. */
const mutationsOf = (division: Division) => {
  const fields = buildDivisionSchema(division).declared.getMutationType()?.getFields() ?? {};
  return new Map(
    Object.values(fields).map(({ name, args, type }) => {
      const [answer] = Object.values((getNamedType(type) as GraphQLObjectType).getFields());
      const changed = getNamedType(answer!.type) as GraphQLObjectType;
      const leaves = Object.values(changed.getFields()).filter(field => isLeafType(getNamedType(field.type)) && !field.args.some(({ type: of }) => isNonNullType(of)));
      const query = `mutation ($input: ${String(args[0]!.type)}) { ${name}(input: $input) { ${answer!.name} { ${leaves.map(leaf => leaf.name).join(" ")} } } }`;
      return [name, { query, answer: answer!.name, guarded: declaredOn(changed).guard !== undefined }];
    }),
  );
};

const codesOf = ({ errors = [] }: GraphqlAnswer) => errors.map(({ extensions: { code } }) => code);
const readsOnly = (statement: string) => /^\s*(select|with)\b/i.test(statement);

/** What every mutation keeps to, tried with each: good, invalid, refused, stale and repeated; and the table of who may make which. */
export const testChanges = (division: Division, { union, otherUnion, cases, content = {}, prepare, triedElsewhere = [] }: ChangeCases): void => {
  describe(`changes of the division ${division.name}`, () => {
    const mutations = mutationsOf(division);
    const matrix: Matrix = { title: `Who may change what of ${division.name}`, columns: [], rows: [] };
    let test: TestSubgraph;
    let owner: Client;
    let sent = 0;
    beforeAll(async () => {
      test = await testSubgraph(division, content);
      await prepare?.(test);
      owner = new Client({ connectionString: test.urls.owner });
      await owner.connect();
    }, 60_000);
    afterAll(async () => {
      print(tableOf(matrix));
      await owner.end();
      await test[Symbol.asyncDispose]();
    });

    const unionOf = (each: ChangeCase, input: Input) => (typeof each.union === "function" ? each.union(input) : (each.union ?? union));
    const officerFor = (each: ChangeCase, input: Input) => viewers.officer(division.name, unionOf(each, input));
    const send = ({ mutation }: ChangeCase, input: Input, who: Viewer) => test.run(mutations.get(mutation)!.query, { input }, who);
    const changedBy = ({ mutation }: ChangeCase, { data }: GraphqlAnswer) => data?.[mutation]?.[mutations.get(mutation)!.answer] as Input | undefined;

    /** How much is written down; a change that is refused adds nothing to it. */
    const written = async () => (await owner.query<{ history: number; keys: number }>("select (select count(*) from history)::int as history, (select count(*) from idempotency_key)::int as keys")).rows;

    /** An input that is good, for a record of its own. */
    const inputOf = async (each: ChangeCase): Promise<Input> => {
      const record = each.of === undefined ? {} : await make(each.of);
      sent += 1;
      return { idempotencyKey: `key-${sent}`, ...record, ...each.input(sent) };
    };
    const make = async (mutation: string) => {
      const each = cases.find(one => one.mutation === mutation);
      if (!each) throw new Error(`no case of ${mutation}`);
      const input = await inputOf(each);
      const answer = await send(each, input, officerFor(each, input));
      const { id, version } = changedBy(each, answer) ?? {};
      if (id === undefined) throw new Error(`${mutation} made nothing: ${JSON.stringify(answer.errors)}`);
      return { id, version };
    };
    const newKey = (input: Input) => ({ ...input, idempotencyKey: `key-${(sent += 1)}` });

    it("are all tried", () => expect([...cases.map(({ mutation }) => mutation), ...triedElsewhere].sort()).toEqual([...mutations.keys()].sort()));

    describe.each(cases.map(each => [each.mutation, each] as const))("%s", (mutation, each) => {
      const { of, invalid } = each;
      const isHidden = each.hidden ?? ((mutations.get(mutation)?.guarded ?? false) && of !== undefined);

      it("answers with the changed thing, and is in history with its reason", async () => {
        const input = await inputOf(each);
        const answer = await send(each, input, officerFor(each, input));
        expect(answer.errors).toBeUndefined();
        const changed = changedBy(each, answer)!;
        if ("version" in changed) expect(changed.version).toBe(of === undefined ? 1 : Number(input.version) + (each.removes ? 0 : 1));
        const { rows } = await owner.query<{ actor: string; reason: string | null }>("select actor, reason from history where action = $1 order by number desc limit 1", [mutation]);
        expect(rows).toContainEqual({ actor: "a-officer", reason: input.reason ?? null });
      });

      it.each(invalid.map(([patch, argument]) => [argument, JSON.stringify(patch), patch] as const))("refuses what is wrong with %s: %s", async (argument, _shown, patch) => {
        const good = await inputOf(each);
        const before = await written();
        const { errors = [] } = await send(each, { ...good, ...patch }, officerFor(each, good));
        const told = errors.map(({ extensions: { code, argument: first, fields = [] } }) => ({ code, arguments: [first, ...(fields as { argument?: string }[]).map(field => field.argument)] }));
        expect(told).toEqual([{ code: "BAD_USER_INPUT", arguments: expect.arrayContaining([argument]) }]);
        expect(await written()).toEqual(before);
      });

      it("is for officers of the union and administrators, and for others opens no transaction", async () => {
        const refusedTo: [string, Viewer, string][] = [
          ["visitor", viewers.visitor, "UNAUTHENTICATED"], ["viewer", viewers.viewer("*"), "FORBIDDEN"], ["officer elsewhere", viewers.officer("another-division", "*"), "FORBIDDEN"],
          // Of what may not be seen it is not even told that it exists.
          ["officer of another union", viewers.officer(division.name, otherUnion), isHidden ? "BAD_USER_INPUT" : "FORBIDDEN"], ["leader", viewers.leader(), "FORBIDDEN"],
        ];
        const cells: string[] = [];
        const input = await inputOf(each);
        for (const [name, who, code] of refusedTo) {
          const before = await written();
          let answer!: GraphqlAnswer;
          const statements = await test.statements(async () => (answer = await send(each, input, who)));
          expect({ name, codes: codesOf(answer), changed: changedBy(each, answer), statements: statements.filter(statement => !readsOnly(statement)) }).toEqual({ name, codes: [code], statements: [] });
          expect(await written()).toEqual(before);
          cells.push(code === "BAD_USER_INPUT" ? "unknown" : "-");
        }
        for (const who of [officerFor(each, input), viewers.admin()]) {
          const own = await inputOf(each);
          expect({ who: who.id, codes: codesOf(await send(each, own, who.id === "a-officer" ? officerFor(each, own) : who)) }).toEqual({ who: who.id, codes: [] });
          cells.push("yes");
        }
        matrix.columns = [...refusedTo.map(([name]) => name), "officer", "admin"];
        matrix.rows.push({ name: mutation, cells });
      });

      it("sent again answers alike and changes nothing; with another input it is a conflict", async () => {
        const input = await inputOf(each);
        const first = await send(each, input, officerFor(each, input));
        expect(codesOf(first)).toEqual([]);
        const before = await written();
        expect(await send(each, input, officerFor(each, input))).toEqual(first);
        const other = of === undefined ? { ...input, ...each.input((sent += 1)) } : { ...input, version: 99 };
        expect(codesOf(await send(each, other, officerFor(each, input)))).toEqual(["IDEMPOTENCY_CONFLICT"]);
        expect(await written()).toEqual(before);
      });

      if (of === undefined) return;
      it("with a version that somebody changed since is a conflict, and of nothing names the id", async () => {
        const input = await inputOf(each);
        const who = officerFor(each, input);
        expect(codesOf(await send(each, input, who))).toEqual([]);
        const before = await written();
        const stale = each.removes ? { code: "BAD_USER_INPUT", argument: "id" } : { code: "CONFLICT", current: Number(input.version) + 1 };
        expect(await send(each, newKey(input), who)).toMatchObject({ errors: [{ extensions: stale }] });
        expect(await send(each, newKey({ ...input, id: "nowhere" }), who)).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "id" } }] });
        expect(await written()).toEqual(before);
      });
    });
  });
};
