import { BadInput, changeParts, changeRow, endOf, foreignId, given, givenLocalizedText, givenText, newId, oneOf, Problem, refuseFuture, refuseSecondEnd, startOf, type Change, type RequestScope } from "@huu-nghi/subgraph-kit";
import { Not, type EntityManager } from "typeorm";
import { AidProject, projectStatuses, type ProjectStatus } from "./aid-project";
import type { ChangeAidProjectInput, CorrectAidProjectInput, CreateAidProjectInput, EndAidProjectInput } from "./aid-project.input";
import { AidProjects } from "./aid-projects";
import { ProjectAssociation, ProjectLocality, ProjectNgo, ProjectSector } from "./project-share";
import { givenShares, type GivenShares } from "./project-shares-given";

const running: readonly ProjectStatus[] = ["PROPOSED", "RUNNING"];
const ended: readonly ProjectStatus[] = ["COMPLETED", "CANCELLED"];
const hasEnded = ({ status }: Pick<AidProject, "status">) => ended.includes(status);

/** Writes down projects, what becomes of them, and what was written down wrongly. */
export class AidProjectChanges {
  constructor(private readonly scope: RequestScope) {}

  create(input: CreateAidProjectInput): Promise<AidProject> {
    const { union: unionId, startsOn = null, endsOn = null } = input;
    this.scope.viewer.requireChange([unionId]);
    foreignId("union", unionId);
    const row = { unionId, code: codeOf(input.code), title: givenLocalizedText("title", input.title), status: oneOf("status", input.status ?? "PROPOSED", projectStatuses), startsOn, endsOn };
    inOrder(row);
    const shares = givenShares(input);
    const id = newId(unionId);
    return this.scope.write({ action: "createAidProject", input }, AidProject, async tx => {
      await refuseTaken(tx, { id, ...row });
      await tx.insert(AidProject, { ...row, id, sourceId: null });
      await share(tx, id, shares);
      return tx.findOneByOrFail(AidProject, { id });
    });
  }

  async change(input: ChangeAidProjectInput): Promise<AidProject> {
    await this.mayChange(input.id);
    return this.update({ action: "changeAidProject", input }, input, running, (after, before) => {
      if (hasEnded(before)) throw new BadInput("id", `The project has ended: it is ${before.status}. What was written down wrongly of it is corrected.`);
      inOrder(after);
    });
  }

  async end(input: EndAidProjectInput): Promise<AidProject> {
    const project = await this.mayChange(input.id);
    const status = oneOf("status", input.status, ended);
    refuseFuture("on", input.on);
    // What never began has no begin, and so counts as running on no day.
    const changes = { status, endsOn: input.on, ...(project.status === "PROPOSED" && { startsOn: null }) };
    return this.scope.write({ action: "endAidProject", input, reason: input.reason }, AidProject, tx =>
      changeRow(tx, AidProject, input, changes, (after, before) => {
        if (hasEnded(before)) refuseSecondEnd(`The project is ${before.status}: it ended`, before.endsOn ?? "the past", before, "correctAidProject");
        if (before.status === "PROPOSED" && status === "COMPLETED") throw new BadInput("status", "The project is only proposed: change its status to RUNNING first, or cancel it.");
        inOrder(after, "on");
      }),
    );
  }

  async correct(input: CorrectAidProjectInput): Promise<AidProject> {
    await this.mayChange(input.id);
    return this.update({ action: "correctAidProject", input, reason: input.reason }, input, projectStatuses, after => inOrder(after));
  }

  private update(change: Change, input: ChangeAidProjectInput, statuses: readonly ProjectStatus[], rule: (after: AidProject, before: AidProject) => void): Promise<AidProject> {
    const { shares, changes } = changesOf(input, statuses);
    return this.scope.write(change, AidProject, async tx => {
      if (changes.code !== undefined) await refuseTaken(tx, { id: input.id, code: changes.code });
      const project = await changeRow(tx, AidProject, input, changes, rule, Object.values(shares).some(Boolean));
      await share(tx, project.id, shares);
      return project;
    });
  }

  private async mayChange(id: string): Promise<AidProject> {
    const project = await this.scope.get(AidProjects).byId.load(id);
    if (!project) throw new BadInput("id", `There is no aid project ${id}.`);
    this.scope.viewer.requireChange([project.unionId]);
    return project;
  }
}

const codeOf = (code: string) => givenText("code", code, 100);

/** What an input says of a project's own fields and of its shares. */
const changesOf = (input: ChangeAidProjectInput, statuses: readonly ProjectStatus[]) => {
  const { code, title, status, startsOn, endsOn } = input;
  const shares = givenShares(input);
  const fields = {
    code: code == null ? undefined : codeOf(code),
    title: title ? givenLocalizedText("title", title) : undefined,
    status: status == null ? undefined : oneOf("status", status, statuses),
    startsOn,
    endsOn,
  };
  given({ ...fields, ...shares });
  return { shares, changes: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<AidProject> };
};

const inOrder = ({ startsOn, endsOn }: Pick<AidProject, "startsOn" | "endsOn">, argument = "endsOn"): void => {
  if (startsOn !== null && endsOn !== null && endOf(endsOn) < startOf(startsOn)) throw new BadInput(argument, `The project began on ${startsOn}; it does not end on ${endsOn}.`);
};

// The table's own constraint names the union, too, and not what is to be chosen anew.
const refuseTaken = async (tx: EntityManager, { id, code, unionId }: Pick<AidProject, "id" | "code"> & { unionId?: string }): Promise<void> => {
  const of = unionId ?? (await tx.findOneBy(AidProject, { id }))?.unionId;
  if (of === undefined || !(await tx.existsBy(AidProject, { unionId: of, code, id: Not(id) }))) return;
  throw new Problem("CONFLICT", `Another project of the union ${of} has the code ${code}. Choose another one.`, { fields: ["code"] });
};

const share = async (tx: EntityManager, projectId: string, { ngos, sectors, localities, associations }: GivenShares): Promise<void> => {
  const ofProject = <Share>(shares: readonly Share[]) => shares.map(each => ({ projectId, ...each }));
  if (ngos) await changeParts(tx, ProjectNgo, { projectId }, ofProject(ngos));
  if (sectors) await changeParts(tx, ProjectSector, { projectId }, ofProject(sectors));
  if (localities) await changeParts(tx, ProjectLocality, { projectId }, ofProject(localities));
  if (associations) await changeParts(tx, ProjectAssociation, { projectId }, ofProject(associations));
};
