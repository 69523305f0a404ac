import {
  byName, changeRow, ChangeInput, contains, CurrencyCode, DateTime, Decimal, defineDivision, defineDomain, keptRecord, LocalDate, LocalizedText, LocalizedTextInput, Money, oneBy, Open,
  ForOfficers, PageArgs, pageOf, Pages, payloadOf, RequestScope, sql, Versioned, VersionedInput, type List,
} from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from "typeorm";

/** What has to stay exact: a column of each kind, changed, kept in history and answered again. */
@Entity("receipt")
@ObjectType({ description: "A receipt." })
class Receipt extends Versioned {
  @Field(() => ID, { description: "Its id." }) @PrimaryColumn("text") id!: string;
  @Field(() => LocalizedText, { description: "What for." }) @Column(() => LocalizedText) title!: LocalizedText;
  @Column("numeric") amount!: string;
  @Column("text") currency!: string;
  @Field(() => LocalDate, { description: "Its day." }) @Column("date") dated!: string;
  @Field(() => DateTime, { description: "When it came." }) @Column("timestamptz") receivedAt!: Date;
  @Field(() => [String], { description: "Who signed." }) @Column("text", { array: true }) signers!: string[];
  @Field(() => Boolean, { description: "Whether it is settled." }) @Column("boolean") settled!: boolean;
  @Field(() => String, { nullable: true, description: "A note." }) @Column("text", { nullable: true }) note!: string | null;
}

@InputType({ description: "A receipt to write down." })
class CreateReceiptInput extends ChangeInput {
  @Field(() => ID, { description: "Its id." }) id!: string;
  @Field(() => LocalizedTextInput, { description: "What for." }) title!: LocalizedTextInput;
  @Field(() => Decimal, { description: "How much." }) amount!: string;
  @Field(() => CurrencyCode, { description: "Of which currency." }) currency!: string;
  @Field(() => LocalDate, { description: "Its day." }) dated!: string;
  @Field(() => DateTime, { description: "When it came." }) receivedAt!: string;
  @Field(() => [String], { description: "Who signed." }) signers!: string[];
  @Field(() => Boolean, { description: "Whether it is settled." }) settled!: boolean;
}

@InputType({ description: "What changes of a receipt." })
class ChangeReceiptInput extends VersionedInput {
  @Field(() => Decimal, { description: "How much." }) amount!: string;
}

@ArgsType()
class ReceiptArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "A part of the title." }) text?: string | null;
}

const ReceiptPage = pageOf(Receipt, "Receipt");
const ReceiptPayload = payloadOf(Receipt, "Receipt");
const published = "A receipt is shown at the counter.";
const union = "hue";

const byTitle: List<{ text: string | null }> = {
  name: "receipts by title",
  order: byName,
  rows: ({ text }) => sql`select asked.parent, receipt.id, coalesce(title_vi, title_en) as name from asked cross join receipt where ${contains(["title_vi", "title_en"], text)}`,
};
const largest: List<null> = {
  name: "receipts by amount",
  order: [{ column: "amount", type: "numeric", direction: "desc" }],
  rows: () => sql`select asked.parent, receipt.id, receipt.amount from asked cross join receipt`,
};

class Receipts {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Receipt, "id");
  byTitle = ({ text = null, ...args }: ReceiptArgs) => this.scope.get(Pages).of(byTitle, null, { text }, args, this.byId);
  largest = (args: PageArgs) => this.scope.get(Pages).of(largest, null, null, args, this.byId);

  create({ idempotencyKey, title, ...fields }: CreateReceiptInput): Promise<Receipt> {
    this.scope.viewer.requireChange([union]);
    const input = { idempotencyKey, title, ...fields };
    return this.scope.write({ action: "createReceipt", input }, Receipt, async tx => {
      await tx.insert(Receipt, { ...fields, title, receivedAt: new Date(fields.receivedAt), note: null });
      return tx.findOneByOrFail(Receipt, { id: fields.id });
    });
  }

  change(input: ChangeReceiptInput): Promise<Receipt> {
    this.scope.viewer.requireChange([union]);
    return this.scope.write({ action: "changeReceipt", input }, Receipt, tx => changeRow(tx, Receipt, input, { amount: input.amount }));
  }
}

@Resolver()
class ReceiptsResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => Receipt, { nullable: true, description: "One receipt." })
  receipt(@Arg("id", () => ID, { description: "Its id." }) id: string) {
    return this.scope.get(Receipts).byId.load(id);
  }

  @Open(published)
  @Query(() => ReceiptPage, { nullable: true, description: "Receipts by title." })
  receipts(@Args(() => ReceiptArgs) args: ReceiptArgs) {
    return this.scope.get(Receipts).byTitle(args);
  }

  @Open(published)
  @Query(() => ReceiptPage, { nullable: true, description: "The largest receipts first." })
  largest(@Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(Receipts).largest(args);
  }

  @ForOfficers()
  @Mutation(() => ReceiptPayload, { nullable: true, description: "Writes a receipt down." })
  async createReceipt(@Arg("input", () => CreateReceiptInput, { description: "The receipt." }) input: CreateReceiptInput) {
    return { changed: await this.scope.get(Receipts).create(input) };
  }

  @ForOfficers()
  @Mutation(() => ReceiptPayload, { nullable: true, description: "Changes a receipt." })
  async changeReceipt(@Arg("input", () => ChangeReceiptInput, { description: "What changes." }) input: ChangeReceiptInput) {
    return { changed: await this.scope.get(Receipts).change(input) };
  }
}

@Resolver(() => Receipt)
class ReceiptResolver {
  @FieldResolver(() => Money, { description: "How much." })
  amount(@Root() { amount, currency }: Receipt): Money {
    return { amount, currency };
  }

  // Fails where an instant has become a text on its way.
  @FieldResolver(() => String, { description: "The year in which it came." })
  year(@Root() { receivedAt }: Receipt): string {
    return String(receivedAt.getUTCFullYear());
  }
}

class CreateReceipt1764000009800 implements MigrationInterface {
  up = (runner: QueryRunner) =>
    runner.query(`create table receipt (
      id text primary key, title_vi text, title_en text, title_own_translation text, amount numeric not null, currency text not null, dated date not null,
      received_at timestamptz not null, signers text[] not null, settled boolean not null, note text, version int not null default 1
    )`);
  down = (runner: QueryRunner) => runner.query("drop table receipt");
}

const receipts = defineDomain({
  tables: [Receipt],
  resolvers: [ReceiptsResolver, ReceiptResolver, ...keptRecord(Receipt, { unionsOf: () => [union] }).resolvers],
  migrations: [CreateReceipt1764000009800],
});

export const ledger = defineDivision({ name: "ledger", folder: __dirname, domains: [receipts] });
