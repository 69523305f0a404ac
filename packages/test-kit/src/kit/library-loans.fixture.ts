import {
  BadInput, changeRow, ChangeInput, defineDomain, ForOfficers, keptRecord, LocalDate, masks, oneBy, Open, payloadOf, reference, RequestScope, Sensitive, Versioned, VersionedInput,
} from "@huu-nghi/subgraph-kit";
import { MaxLength } from "class-validator";
import { Arg, Directive, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { Column, Entity, PrimaryColumn, type EntityManager, type MigrationInterface, type QueryRunner } from "typeorm";

/** What is changed of the fixture: a loan of books, with its parts. */
@Entity("loan")
@ObjectType({ description: "A loan of books." })
@Directive('@key(fields: "id")')
export class Loan extends Versioned {
  @Field(() => ID, { description: "Its id." }) @PrimaryColumn("text") id!: string;
  @Field(() => String, { description: "Who borrowed." }) @Column("text") borrower!: string;
  @Field(() => LocalDate, { nullable: true, description: "Until when." }) @Column("date", { nullable: true }) dueOn!: string | null;
  @Column("text", { nullable: true }) @Sensitive(masks.phone) phone!: string | null;
  @Column("numeric", { nullable: true }) deposit!: string | null;
  @Column("text") unionId!: string;
}

@Entity("loan_item")
export class LoanItem {
  @PrimaryColumn("text") loanId!: string;
  @PrimaryColumn("text") book!: string;
}

@InputType({ description: "A loan to write down." })
class CreateLoanInput extends ChangeInput {
  @Field(() => ID, { description: "Its id." }) id!: string;
  @Field(() => ID, { description: "Whose loan." }) union!: string;
  @Field(() => String, { description: "Who borrows." }) @MaxLength(40, { message: "a borrower has at most 40 letters" }) borrower!: string;
  @Field(() => String, { nullable: true, description: "How to reach the borrower." }) phone?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Until when." }) dueOn?: string | null;
  @Field(() => [String], { description: "The books." }) books!: string[];
}

@InputType({ description: "What changes of a loan; what is not given stays." })
class ChangeLoanInput extends VersionedInput {
  @Field(() => String, { nullable: true, description: "Who borrows." }) borrower?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Until when." }) dueOn?: string | null;
}

const LoanPayload = payloadOf(Loan, "Loan");

export class Loans {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Loan, "id");

  create(input: CreateLoanInput): Promise<Loan> {
    const { id, union: unionId, borrower, phone = null, dueOn = null, books } = input;
    this.scope.viewer.requireChange([unionId]);
    if (books.length === 0) throw new BadInput("books", "A loan is of at least one book.");
    return this.scope.write({ action: "createLoan", input }, Loan, async tx => {
      await tx.insert(Loan, { id, borrower, phone, dueOn, unionId, deposit: null });
      await tx.insert(LoanItem, books.map(book => ({ loanId: id, book })));
      return tx.findOneByOrFail(Loan, { id });
    });
  }

  async change(input: ChangeLoanInput): Promise<Loan> {
    await this.mayChange(input.id);
    const { borrower, dueOn } = input;
    return this.scope.write({ action: "changeLoan", input }, Loan, (tx: EntityManager) => changeRow(tx, Loan, input, { ...(borrower != null && { borrower }), ...(dueOn !== undefined && { dueOn }) }));
  }

  private async mayChange(id: string) {
    const loan = await this.byId.load(id);
    if (!loan) throw new BadInput("id", `There is no loan ${id}.`);
    this.scope.viewer.requireChange([loan.unionId]);
  }
}

@Resolver()
class LoanResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open("A loan is shown at the counter.")
  @Query(() => Loan, { nullable: true, description: "One loan." })
  loan(@Arg("id", () => ID, { description: "Its id." }) id: string) {
    return this.scope.get(Loans).byId.load(id);
  }

  @ForOfficers()
  @Mutation(() => LoanPayload, { nullable: true, description: "Writes a loan down." })
  async createLoan(@Arg("input", () => CreateLoanInput, { description: "The loan." }) input: CreateLoanInput) {
    return { changed: await this.scope.get(Loans).create(input) };
  }

  @ForOfficers()
  @Mutation(() => LoanPayload, { nullable: true, description: "Changes a loan." })
  async changeLoan(@Arg("input", () => ChangeLoanInput, { description: "What changes." }) input: ChangeLoanInput) {
    return { changed: await this.scope.get(Loans).change(input) };
  }
}

class CreateLoan1764000009700 implements MigrationInterface {
  up = (runner: QueryRunner) =>
    runner.query(`
      create table loan (id text primary key, borrower text not null unique, due_on date, phone text, deposit numeric, union_id text not null, version int not null default 1);
      create table loan_item (loan_id text references loan on delete cascade, book text, primary key (loan_id, book));
    `);
  down = (runner: QueryRunner) => runner.query("drop table loan_item, loan");
}

export const loans = defineDomain({
  tables: [Loan, LoanItem],
  resolvers: [LoanResolver, ...keptRecord(Loan, { unionsOf: (_scope, { unionId }) => [unionId] }).resolvers],
  references: [reference(Loan, { open: "A loan is shown at the counter." }, (scope, { id }: { id: string }) => scope.get(Loans).byId.load(id))],
  migrations: [CreateLoan1764000009700],
});
