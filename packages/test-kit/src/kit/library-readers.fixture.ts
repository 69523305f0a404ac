import { defineDomain, Guarded, masks, Needs, newestFirst, oneBy, Open, PageArgs, pageOf, Pages, publicTotals, reference, RequestScope, Sensitive, sql, type List } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from "typeorm";

/** People who borrow books: what is not public of the fixture, by every way that leads to it. */
@Entity("reader")
@ObjectType({ description: "Somebody who borrows books." })
@Directive('@key(fields: "id")')
@Guarded<Reader>("officer", (_scope, { unionId }) => [unionId])
export class Reader {
  @Field(() => ID, { description: "Its id." }) @PrimaryColumn("text") id!: string;
  @Field(() => String, { description: "The name." }) @Column("text") fullName!: string;
  @Field(() => String, { nullable: true, description: "By telephone." })
  @Sensitive(masks.phone)
  @Column("text", { nullable: true })
  phone!: string | null;
  @Field(() => String, { nullable: true, description: "By e-mail." })
  @Sensitive(masks.email)
  @Column("text", { nullable: true })
  email!: string | null;
  @Field(() => String, { nullable: true, description: "What some believe in." })
  @Sensitive(masks.all)
  @Column("text", { nullable: true })
  faith!: string | null;
  @Column("text") unionId!: string;
}

/** Another division's thing, to which this one adds. */
@ObjectType()
@Directive('@key(fields: "id")')
export class Town {
  @Field(() => ID) id!: string;
}

const ReaderPage = pageOf(Reader, "Reader");

@ArgsType()
class ReaderArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: "Of this union; all that the roles reach when not given." })
  union?: string | null;
}

class Readers {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Reader, "id");

  private readonly list: List<{ union: string | null }> = {
    name: "readers",
    order: newestFirst("null::date"),
    rows: ({ union }) => sql`
      select asked.parent, reader.id from asked cross join reader
      where ${this.scope.viewer.within("officer", "reader.union_id")} and (${union}::text is null or reader.union_id = ${union})`,
  };

  page = (union: string | null, args: PageArgs) => this.scope.get(Pages).of(this.list, null, { union }, args, this.byId);
  // Forgets to ask who may see them, as somebody will one day.
  careless = () => this.scope.read.find(Reader, { order: { id: "ASC" } });
  carelessPage = (args: PageArgs) =>
    this.scope.get(Pages).of({ ...this.list, name: "all readers", rows: () => sql`select asked.parent, reader.id from asked cross join reader` }, null, { union: null }, args, this.byId);
}

@Resolver()
class ReaderResolver {
  constructor(private readonly scope: RequestScope) {}

  @Needs("officer")
  @Query(() => Reader, { nullable: true, description: "One reader." })
  reader(@Arg("id", () => ID, { description: "Its id." }) id: string) {
    return this.scope.get(Readers).byId.load(id);
  }

  @Needs<undefined, ReaderArgs>("officer", (_, { union }) => union)
  @Query(() => ReaderPage, { nullable: true, description: "Readers." })
  readers(@Args(() => ReaderArgs) { union, ...args }: ReaderArgs) {
    return this.scope.get(Readers).page(union ?? null, args);
  }

  @Open("A slip: what is behind it is guarded all the same.")
  @Query(() => [Reader], { nullable: true, description: "All readers." })
  carelessReaders() {
    return this.scope.get(Readers).careless();
  }

  @Open("A slip: what is behind it is guarded all the same.")
  @Query(() => ReaderPage, { nullable: true, description: "All readers, page by page." })
  carelessReaderPage(@Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(Readers).carelessPage(args);
  }

  @Query(() => Int, { nullable: true, description: "Nobody said who may ask this." })
  undeclared() {
    return 1;
  }

  @Needs("leader")
  @Query(() => Int, { nullable: true, description: "For leaders." })
  forLeaders() {
    return 2;
  }
}

@Resolver(() => Town)
class TownResolver {
  constructor(private readonly scope: RequestScope) {}

  @Needs<Town>("officer", ({ id }) => id)
  @FieldResolver(() => ReaderPage, { nullable: true, description: "Its readers; a town is its union's." })
  readers(@Root() { id }: Town, @Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(Readers).page(id, args);
  }

  @Open(publicTotals)
  @FieldResolver(() => Int, { nullable: true, description: "How many read." })
  readerCount() {
    return 3;
  }
}

class CreateReader1764000009500 implements MigrationInterface {
  up = (runner: QueryRunner) => runner.query("create table reader (id text primary key, full_name text not null, phone text, email text, faith text, union_id text not null)");
  down = (runner: QueryRunner) => runner.query("drop table reader");
}

export const readers = defineDomain({
  tables: [Reader],
  resolvers: [ReaderResolver, TownResolver],
  references: [
    reference(Reader, { needs: "officer" }, (scope, { id }: { id: string }) => scope.get(Readers).byId.load(id)),
    reference(Town, { open: "A town is its id." }, (_scope, { id }: { id: string }) => ({ id })),
  ],
  migrations: [CreateReader1764000009500],
});
