import {
  BadInput, byName, CountryCode, CountryKey, defineDivision, defineDomain, defineReport, findCountry, form, LocalDate, LocalizedText, newestFirst,
  oneBy, Open, PageArgs, pageOf, Pages, PartialDate, checkedPeriod, demoPart, Language, published, recordKind, reference, referenceData, RequestScope, row, sql, type List,
} from "@huu-nghi/subgraph-kit";
import { MaxLength, ValidateNested } from "class-validator";
import { Arg, Args, Directive, Field, FieldResolver, ID, InputType, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { libraryMeasures } from "./library-measures.fixture";
import { CreateLibrary1764000009000 } from "./library-migration.fixture";

/** A division small enough to read at a glance, on which everything that the kit does for a division is tried. */
@Entity("shelf")
@ObjectType({ description: "A shelf." })
@Directive('@key(fields: "id")')
export class Shelf {
  @Field(() => ID, { description: "Its id." }) @PrimaryColumn("text") id!: string;
  @Field(() => LocalizedText, { description: "Its name." }) @Column(() => LocalizedText) name!: LocalizedText;
  @Column("text", { nullable: true }) sourceId!: string | null;
}

@Entity("book")
@ObjectType({ description: "A book." })
@Directive('@key(fields: "id")')
export class Book {
  @Field(() => ID, { description: "Its id." }) @PrimaryColumn("text") id!: string;
  @Field(() => LocalizedText, { description: "Its title." }) @Column(() => LocalizedText) title!: LocalizedText;
  @Field(() => PartialDate, { nullable: true, description: "When it was bought; null where nobody knows." })
  @Column("text", { nullable: true })
  boughtOn!: string | null;
  @Column("text", { nullable: true }) soldOn!: string | null;
  @Column("text") author!: string;
  @Column("numeric", { nullable: true }) price!: string | null;
  @Column("boolean", { default: false }) atLeast!: boolean;
  @Column("text") unionId!: string;
  @Column("text") shelfId!: string;
  @Column("text", { nullable: true }) sourceId!: string | null;
}

@Entity("budget")
export class Budget {
  @PrimaryColumn("text") unionId!: string;
  @PrimaryColumn("int") year!: number;
  @Column("numeric") amount!: string;
}

@ObjectType()
@Directive('@key(fields: "code")')
export class Country extends CountryKey {}

@InputType({ description: "Words to look for." })
class Words {
  @Field(() => String, { description: "One of them." })
  @MaxLength(5, { message: "a word has at most 5 letters" })
  one!: string;
}

@InputType({ description: "Which books." })
class BookSearch {
  @Field(() => String, { nullable: true, description: "By the author." })
  @MaxLength(8, { message: "an author has at most 8 letters" })
  author?: string = "";

  @Field(() => Words, { description: "With these words." })
  @ValidateNested()
  words!: Words;

  @Field(() => [LocalDate], { nullable: true, description: "Bought on one of these days." })
  days?: string[];
}

const BookPage = pageOf(Book, "Book");
const report = defineReport("library", "What the library has.");

const columns = sql`asked.parent, book.id, book.bought_on, coalesce(book.title_vi, book.title_en) as name`;
const byTitle: List<null> = { name: "books by title", order: byName, rows: () => sql`select ${columns} from asked cross join book` };
const ofShelf: List<null> = {
  name: "books of a shelf",
  order: newestFirst("partial_start(bought_on)"),
  rows: () => sql`select ${columns} from asked join book on book.shelf_id = asked.parent`,
};
const oldestFirst: List<null> = {
  name: "books, oldest first",
  order: [{ column: "partial_start(bought_on)", type: "date", direction: "asc" }],
  rows: () => sql`select ${columns} from asked cross join book`,
};

class Library {
  constructor(private readonly scope: RequestScope) {}

  readonly shelf = oneBy(this.scope, Shelf, "id");
  readonly book = oneBy(this.scope, Book, "id");
  page = (list: List<null>, parent: string | null, args: PageArgs) => this.scope.get(Pages).of(list, parent, null, args, this.book);
  shelves = () => this.scope.read.find(Shelf, { order: { id: "ASC" } });
}

@Resolver()
class LibraryResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => [Shelf], { nullable: true, description: "All shelves." })
  shelves() {
    return this.scope.get(Library).shelves();
  }

  @Open(published)
  @Query(() => Shelf, { nullable: true, description: "A shelf." })
  shelf(@Arg("id", () => ID, { description: "Its id." }) id: string) {
    return this.scope.get(Library).shelf.load(id);
  }

  @Open(published)
  @Query(() => BookPage, { nullable: true, description: "Books by title." })
  books(@Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(Library).page(byTitle, null, args);
  }

  @Open(published)
  @Query(() => BookPage, { nullable: true, description: "Books, the oldest first." })
  oldBooks(@Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(Library).page(oldestFirst, null, args);
  }

  @Open(published)
  @Query(() => Country, { nullable: true, description: "A country." })
  country(@Arg("code", () => CountryCode, { description: "Its code." }) code: string) {
    return findCountry(code);
  }

  @Open(published)
  @Query(() => Int, { nullable: true, description: "How many books are found." })
  found(
    @Arg("search", () => BookSearch, { description: "Which." }) search: BookSearch,
    @Arg("on", () => LocalDate, { nullable: true, description: "On a day." }) _on?: string,
    @Arg("among", () => [PartialDate], { nullable: true, description: "In one of these spans." }) _among?: string[],
  ) {
    return search.words.one.length;
  }

  @Open(published)
  @Query(() => String, { nullable: true, description: "Fails in the way that is asked for." })
  async fail(@Arg("how", () => String, { description: "sql, crash or refuse." }) how: string) {
    if (how === "sql") await this.scope.rows(sql`select secret_column from book where author = ${"secret value"}`);
    if (how === "write") await this.scope.rows(sql`delete from book`);
    if (how === "refuse") throw new BadInput("how", "It was asked for.");
    throw new Error("secret words at 10.0.0.1");
  }

  @Open(published)
  @Query(() => report.Report, { nullable: true, description: "The report of a period." })
  report(
    @Arg("union", () => ID, { description: "Whose." }) union: string,
    @Arg("from", () => LocalDate, { description: "First day." }) from: string,
    @Arg("to", () => LocalDate, { description: "Last day." }) to: string,
    @Arg("others", () => [ID], { nullable: true, description: "Whose figures count in it, too." }) others: string[] | null = null,
  ) {
    const known = { foundedOn: null, endedOn: null };
    return report.ofUnions([{ id: union, ...known }, ...(others ?? []).map(id => ({ id, ...known }))], checkedPeriod(from, to));
  }
}

@Resolver(() => Shelf)
class ShelfResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => BookPage, { nullable: true, description: "What stands on it, newest first." })
  books(@Root() { id }: Shelf, @Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(Library).page(ofShelf, id, args);
  }
}

@Resolver(() => Book)
class BookResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Shelf, { description: "Where it stands." })
  shelf(@Root() { shelfId }: Book) {
    return this.scope.get(Library).shelf.load(shelfId);
  }
}

const domain = defineDomain({
  tables: [Shelf, Book, Budget],
  resolvers: [LibraryResolver, ShelfResolver, BookResolver, ...report.domain.resolvers!],
  references: [
    reference(Shelf, { open: published }, (scope, { id }: { id: string }) => scope.get(Library).shelf.load(id)),
    reference(Country, { open: referenceData }, (_scope, { code }: { code: string }) => findCountry(code)),
    ...report.domain.references!,
  ],
  migrations: [CreateLibrary1764000009000],
  measures: libraryMeasures,
  records: [
    recordKind({
      section: "shelves",
      entry: form.entryOf({ id: form.id, name: form.localizedText }),
      id: ({ id }) => id,
      rows: ({ id, name }, { sourceId }) => [row(Shelf, { id, name, sourceId })],
    }),
    recordKind({
      section: "books",
      entry: form.entryOf({ id: form.id, title: form.localizedText, shelf: form.id, boughtOn: form.partialDate.optional(), price: form.decimal.optional() }),
      id: ({ id }) => id,
      rows: ({ id, title, shelf, boughtOn = null, price = null }, { sourceId }) => [
        row(Book, { id, title, shelfId: shelf, boughtOn, soldOn: null, price, atLeast: false, author: "", unionId: "vufo", sourceId }),
      ],
    }),
  ],
  demo: [
    demoPart({ table: Shelf, key: "id", rows: ({ id, label }) => [{ id, name: { vi: label, en: label, ownTranslation: Language.EN } }] }),
    demoPart({
      table: Book,
      key: "id",
      rows: ({ id, label, associations }) =>
        associations.map(({ of }, at) => ({ id: `${id}:${at}`, title: { vi: `${label} ${of}`, en: null, ownTranslation: null }, shelfId: id, author: of, unionId: id, atLeast: false })),
    }),
  ],
});

/** `folder` holds its data files, for tests that load some. */
export const library = (folder = __dirname) => defineDivision({ name: "library", folder, domains: [domain] });
