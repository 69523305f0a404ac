import { BadInput, changeRow, given, newId, refuseFuture, refuseSecondEnd, type RequestScope } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { AidProjects } from "../aid-project";
import { givenMoney } from "../exchange-rate";
import { Commitment, CommitmentKind } from "./commitment";
import type { CorrectCommitmentInput, CreateCommitmentInput, EndCommitmentInput } from "./commitment.input";
import { Commitments } from "./commitments";

/** Writes down what was promised, each change of it as an entry of its own, and what was written down wrongly. */
export class CommitmentChanges {
  constructor(private readonly scope: RequestScope) {}

  async create(input: CreateCommitmentInput): Promise<Commitment> {
    const { project: projectId, signedOn } = input;
    const unionId = await this.mayChange(projectId, () => new BadInput("project", `There is no aid project ${projectId}.`));
    const kind = input.kind ?? CommitmentKind.ORIGINAL;
    const revisesId = input.revises ?? null;
    if ((kind === CommitmentKind.REVISION) !== (revisesId !== null)) throw new BadInput("revises", "A REVISION names the promise that it changes, and nothing else does.");
    const row = { id: newId(unionId), projectId, kind, revisesId, ...givenMoney("amount", input.amount), signedOn };
    refuseFuture("signedOn", signedOn);
    positiveAtFirst(row);
    return this.scope.write({ action: "createCommitment", input }, Commitment, async tx => {
      const promise = revisesId === null ? null : await lockedPromise(tx, revisesId, projectId);
      if (promise && promise.withdrawnOn !== null) throw new BadInput("revises", `The promise was withdrawn on ${promise.withdrawnOn}. Write a new one down.`);
      await tx.insert(Commitment, { ...row, withdrawnOn: null, sourceId: null });
      if (promise) await fitting(tx, promise.id, "signedOn");
      return tx.findOneByOrFail(Commitment, { id: row.id });
    });
  }

  async end(input: EndCommitmentInput): Promise<Commitment> {
    const commitment = await this.found(input.id);
    const { on: withdrawnOn, reason } = input;
    refuseFuture("on", withdrawnOn);
    if (withdrawnOn.length < 10) throw new BadInput("on", "A withdrawal counts on a day: give it as YYYY-MM-DD.");
    if (commitment.kind === CommitmentKind.REVISION) throw new BadInput("id", "This is a change of a promise. Withdraw the promise, or write another change down.");
    return this.scope.write({ action: "endCommitment", input, reason }, Commitment, async tx => {
      const ended = await changeRow(tx, Commitment, input, { withdrawnOn }, (_after, before) => {
        refuseSecondEnd("The promise was withdrawn", before.withdrawnOn, before, "correctCommitment");
      });
      await fitting(tx, ended.id, "on");
      return ended;
    });
  }

  async correct(input: CorrectCommitmentInput): Promise<Commitment> {
    const commitment = await this.found(input.id);
    const { amount, signedOn, revises, withdrawnOn, reason } = input;
    refuseFuture("signedOn", signedOn);
    refuseFuture("withdrawnOn", withdrawnOn);
    const isFirst = commitment.kind === CommitmentKind.ORIGINAL;
    if (revises != null && isFirst) throw new BadInput("revises", "This is a first promise, and changes no other one.");
    const changes = given({ ...(amount ? givenMoney("amount", amount) : {}), signedOn: signedOn ?? undefined, revisesId: revises ?? undefined, withdrawnOn });
    return this.scope.write({ action: "correctCommitment", input, reason }, Commitment, async tx => {
      // Those that a revision leaves and joins, in one order, so that two corrections do not wait for each other.
      const promises = isFirst ? [] : [...new Set([commitment.revisesId, revises].filter(id => id != null))].sort();
      for (const id of promises) await lockedPromise(tx, id, commitment.projectId);
      const corrected = await changeRow(tx, Commitment, input, changes, (after, before) => {
        if (before.withdrawnOn === null && after.withdrawnOn !== null) throw new BadInput("withdrawnOn", "It was not withdrawn; endCommitment does that.");
        positiveAtFirst(after);
      });
      for (const id of isFirst ? [corrected.id] : promises) await fitting(tx, id, withdrawnOn == null ? "signedOn" : "withdrawnOn");
      return corrected;
    });
  }

  private async found(id: string): Promise<Commitment> {
    const missing = () => new BadInput("id", `There is no commitment ${id}.`);
    const commitment = await this.scope.get(Commitments).byId.load(id);
    if (!commitment) throw missing();
    await this.mayChange(commitment.projectId, missing);
    return commitment;
  }

  /** The union in whose books a project stands; throws unless the viewer may change what is written there. */
  private async mayChange(projectId: string, missing: () => BadInput): Promise<string> {
    const project = await this.scope.get(AidProjects).byId.load(projectId);
    if (!project) throw missing();
    this.scope.viewer.requireChange([project.unionId]);
    return project.unionId;
  }
}

const positiveAtFirst = ({ kind, amount }: Pick<Commitment, "kind" | "amount">): void => {
  if (kind === CommitmentKind.ORIGINAL && amount.startsWith("-")) throw new BadInput("amount.amount", "What is promised at first is more than 0; a cut is a REVISION.");
};

/** The first promise that is to be changed. Locked: two cuts at once could take more than there is. */
const lockedPromise = async (tx: EntityManager, id: string, projectId: string): Promise<Commitment> => {
  const promise = await tx.findOne(Commitment, { where: { id, projectId, kind: CommitmentKind.ORIGINAL }, lock: { mode: "for_no_key_update" } });
  if (!promise) throw new BadInput("revises", `There is no first promise ${id} to this project.`);
  return promise;
};

interface Whole {
  overdrawn: string | null;
  early: boolean;
  late: boolean;
}

/** Throws unless a promise and its changes still fit together now that one of them was written. */
const fitting = async (tx: EntityManager, promiseId: string, argument: string): Promise<void> => {
  const [whole] = await tx.query<Whole[]>(
    `select
       (select min(currency) from (select currency from commitment where id = $1 or revises_id = $1 group by currency having sum(amount) < 0) below) as overdrawn,
       bool_or(entry.signed_on < promise.signed_on) as early, coalesce(bool_or(entry.signed_on >= promise.withdrawn_on), false) as late
     from commitment promise join commitment entry on entry.id = promise.id or entry.revises_id = promise.id where promise.id = $1`,
    [promiseId],
  );
  const { overdrawn, early, late } = whole!;
  if (overdrawn !== null) throw new BadInput("amount.amount", `Less than nothing would be promised in ${overdrawn}: a cut is no more than was promised in its currency.`);
  if (early) throw new BadInput("signedOn", "A promise is not changed before it is made.");
  if (late) throw new BadInput(argument, "A promise is withdrawn after it was made and after each change of it. What was never promised is corrected.");
};
