import { defineDivision, defineDomain, Open, type Division } from "@huu-nghi/subgraph-kit";
import { Field, InputType, Int, ObjectType, Query, registerEnumType, Resolver, Arg } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { undeclaredEntries, unrefusable } from "../access-conformance";
import { expectEntitiesToEqualMigrations, undescribed, unpagedLists } from "../conformance";
import { differencesFromMigrations, writableByReader } from "../database-conformance";
import { Reader, readers } from "./library-readers.fixture";
import { library } from "./library.fixture";

enum Mute {
  ONE = "ONE",
}
registerEnumType(Mute, { name: "Mute" });

@InputType()
class MuteInput {
  @Field(() => Mute) mute!: Mute;
}

@ObjectType()
class MuteThing {
  @Field(() => [Int]) numbers!: number[];
}

@Resolver()
class MuteResolver {
  @Query(() => MuteThing)
  mute(@Arg("input", () => MuteInput) _input: MuteInput) {
    return { numbers: [] };
  }
}

const mute = defineDivision({ name: "mute", folder: __dirname, domains: [defineDomain({ resolvers: [MuteResolver] })] });

describe("the rule of descriptions", () => {
  it("is kept by the kit itself, and by a stub that describes no more than it adds", () => expect(undescribed(library())).toEqual([]));

  it("names each type, field, argument and value that has none", () =>
    expect(undescribed(mute).sort()).toEqual(["Mute", "Mute.ONE", "MuteInput", "MuteInput.mute", "MuteThing", "MuteThing.numbers", "Query.mute", "Query.mute(input:)"]));
});

@ObjectType({ description: "Cannot be refused alone." })
class Pair {
  @Field(() => Reader, { description: "Somebody." }) reader!: Reader;
}

@Resolver()
class PairResolver {
  @Open("short")
  @Query(() => Pair, { description: "Two." })
  pair() {
    return {};
  }
}

const lending = defineDivision({ name: "lending", folder: __dirname, domains: [readers, defineDomain({ resolvers: [PairResolver] })] });

describe("the rule that every entry says who may ask", () => {
  it("is kept by the fixture", () => expect(undeclaredEntries(library())).toEqual([]));

  it("names a root field without a declaration, and an open one without a reason", () => expect(undeclaredEntries(lending).sort()).toEqual(["Query.pair", "Query.undeclared"]));

  it("names a field of a guarded thing that may not be null", () => expect(unrefusable(lending)).toEqual(["Pair.reader"]));
});

describe("the rule of pages", () => {
  it("names lists that nobody said to be short, and short lists that are none", () => {
    expect(unpagedLists(library(), { "Query.shelves": "three", "Query.nothing": "gone" })).toEqual(["Query.nothing"]);
    expect(unpagedLists(library())).toEqual(["Query.shelves"]);
  });
});

@Entity("shelf")
class OtherShelf {
  @PrimaryColumn("text") id!: string;
  @Column("int", { nullable: true }) nameVi!: number;
  @Column("text") nameEn!: string;
  @Column("text") added!: string;
}

describe("the rule that entities equal migrations", () => {
  it("is kept by the fixture: checks, foreign keys, indexes on expressions and domains are no differences", () => expectEntitiesToEqualMigrations(library()));

  it("finds a column of another type, another nullability, one more, one fewer, and a table without an entity", async () => {
    const { tables, ...rest } = library();
    const changed: Division = { ...rest, tables: [...tables.filter(table => !["Shelf", "Budget"].includes((table as { name: string }).name)), OtherShelf] };
    const found = (await differencesFromMigrations(changed)).join("\n");
    for (const part of [/"name_vi" integer/, /"name_en" SET NOT NULL/, /ADD "added"/, /DROP COLUMN "source_id"/, /no entity describes the table budget/]) expect(found).toMatch(part);
  });
});

describe("the rule that the reader reads", () => {
  it("is kept by the fixture", async () => expect(await writableByReader(library())).toEqual([]));

  it("names a table that gives it more, or less", async () => {
    class Careless1764000009001 {
      up = (runner: { query: (text: string) => Promise<unknown> }) => runner.query("grant update on book to careless_library_reader; revoke select on shelf from careless_library_reader");
      down = async () => undefined;
    }
    const { migrations, ...rest } = library();
    const careless = { ...rest, name: "careless-library", migrations: [...migrations, Careless1764000009001] } as unknown as Division;
    const found = await writableByReader(careless);
    expect(found).toEqual(["book: the reader has the right to update", "shelf: cannot be read"]);
  });
});
