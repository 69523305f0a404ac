import { BadInput, changeRow, given, newId, refuseFuture, type RequestScope } from "@huu-nghi/subgraph-kit";
import { LessThanOrEqual, type EntityManager } from "typeorm";
import { AidProjects } from "../aid-project";
import { givenMoney } from "../exchange-rate";
import { Disbursement } from "./disbursement";
import type { CorrectDisbursementInput, CreateDisbursementInput } from "./disbursement.input";
import { Disbursements } from "./disbursements";

/** Writes down what was paid, and what was written down wrongly. */
export class DisbursementChanges {
  constructor(private readonly scope: RequestScope) {}

  async create(input: CreateDisbursementInput): Promise<Disbursement> {
    const { project: projectId, paidOn } = input;
    const unionId = await this.mayChange(projectId, () => new BadInput("project", `There is no aid project ${projectId}.`));
    refuseFuture("paidOn", paidOn);
    const row = { id: newId(unionId), projectId, ...givenMoney("amount", input.amount), paidOn };
    return this.scope.write({ action: "createDisbursement", input }, Disbursement, async tx => {
      await tx.insert(Disbursement, { ...row, sourceId: null });
      return fitting(tx, await tx.findOneByOrFail(Disbursement, { id: row.id }));
    });
  }

  async correct(input: CorrectDisbursementInput): Promise<Disbursement> {
    const missing = () => new BadInput("id", `There is no disbursement ${input.id}.`);
    const disbursement = await this.scope.get(Disbursements).byId.load(input.id);
    if (!disbursement) throw missing();
    await this.mayChange(disbursement.projectId, missing);
    const { amount, paidOn, reason } = input;
    refuseFuture("paidOn", paidOn);
    const changes = given({ ...(amount ? givenMoney("amount", amount) : {}), paidOn: paidOn ?? undefined });
    return this.scope.write({ action: "correctDisbursement", input, reason }, Disbursement, async tx => fitting(tx, await changeRow(tx, Disbursement, input, changes)));
  }

  /** The union in whose books a project stands; throws unless the viewer may change what is written there. */
  private async mayChange(projectId: string, missing: () => BadInput): Promise<string> {
    const project = await this.scope.get(AidProjects).byId.load(projectId);
    if (!project) throw missing();
    this.scope.viewer.requireChange([project.unionId]);
    return project.unionId;
  }
}

/** Throws when money is given back of which none was paid. How much cannot be compared: it may come back in another currency. */
const fitting = async (tx: EntityManager, disbursement: Disbursement): Promise<Disbursement> => {
  const { amount, projectId, paidOn } = disbursement;
  if (!amount.startsWith("-")) return disbursement;
  const earlier = await tx.findBy(Disbursement, { projectId, paidOn: LessThanOrEqual(paidOn) });
  if (earlier.some(each => !each.amount.startsWith("-"))) return disbursement;
  throw new BadInput("amount.amount", "Nothing was paid to the project before, of which something could be given back.");
};
