import {
  AccessLog, BadInput, changeRow, checkedPurpose, empty, givenText, newId, notErased, oneBy, Pages, Problem, sql, today, type Connection, type List, type PageArgs, type RequestScope,
} from "@huu-nghi/subgraph-kit";
import { People, PersonUnions, type Person } from "../person";
import { Consent, type ConsentPurpose } from "./consent";
import type { CreateConsentInput, WithdrawConsentInput } from "./consent.input";

interface Export {
  union: string;
  purpose: ConsentPurpose;
  reason: string;
}

export class Consents {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Consent, "id");

  private readonly listOfPerson: List<{ purpose: ConsentPurpose | null }> = {
    name: "consents of a person",
    order: [{ column: "given", type: "date", direction: "desc" }],
    rows: ({ purpose }) => sql`
      select asked.parent, consent.id, consent.given_at::date as given from asked join consent on consent.person_id = asked.parent
      where ${this.scope.viewer.within("officer", "consent.union_id")} ${purpose === null ? empty : sql`and consent.purpose = ${purpose}`}`,
  };

  /**
   * Members of a union's associations of today who agreed to a purpose. Who withdrew a consent has to agree anew: an older
   * one, to another version of the text, does not stand in for it.
   */
  private readonly agreed: List<Omit<Export, "reason">> = {
    name: "people to export",
    order: [{ column: "name", type: "text", direction: "asc", collated: true }],
    rows: ({ union, purpose }) => sql`
      select asked.parent, person.id, person.full_name as name from asked cross join person
      where ${notErased("person.id")} and person.id in (
        select membership.person_id from membership join friendship_association association on association.id = membership.association_id
        where association.union_id = ${union} and partial_end(membership.since) <= ${today()}::date
          and (membership.until is null or partial_end(membership.until) >= ${today()}::date)
          and (association.dissolved_on is null or partial_end(association.dissolved_on) >= ${today()}::date))
      and exists (
        select from consent where consent.person_id = person.id and consent.union_id = ${union} and consent.purpose = ${purpose} and consent.withdrawn_at is null
          and not exists (select from consent withdrawn where withdrawn.person_id = person.id and withdrawn.union_id = ${union} and withdrawn.purpose = ${purpose} and withdrawn.withdrawn_at >= consent.given_at))`,
  };

  ofPerson = (person: string, purpose: ConsentPurpose | null, args: PageArgs) => this.scope.get(Pages).of(this.listOfPerson, person, { purpose }, args, this.byId);

  /** Each person of the page is in the access log before the page leaves. */
  export({ union, purpose, reason }: Export, args: PageArgs): Connection<Person> {
    const why = checkedPurpose(reason, "reason");
    const page = this.scope.get(Pages).of(this.agreed, null, { union, purpose }, args, this.scope.get(People).byId);
    let read: Promise<Awaited<ReturnType<typeof page.edges>>> | undefined;
    const { requestId } = this.scope;
    const edges = () =>
      (read ??= page.edges().then(async found => {
        const log = this.scope.get(AccessLog);
        await Promise.all(found.map(({ node }) => log.written.load({ type: "Person", id: node.id, field: `exportPeople ${purpose}`, purpose: why, requestId, unionIds: [union] })));
        return found;
      }));
    return { ...page, edges, nodes: async () => (await edges()).map(({ node }) => node) };
  }

  async create(input: CreateConsentInput): Promise<Consent> {
    const { union: unionId, person: personId, purpose } = input;
    const givenAt = new Date(input.givenAt);
    this.scope.viewer.requireChange([unionId]);
    const person = await this.scope.get(People).known(personId);
    if (!person || !(await this.scope.get(PersonUnions).ids.load(person.id)).includes(unionId)) throw new BadInput("person", `There is no person ${personId} in the union ${unionId}.`);
    refuseLater("givenAt", givenAt);
    const row = {
      ...{ id: newId(unionId), unionId, personId: person.id, purpose, givenAt },
      textVersion: givenText("textVersion", input.textVersion, 100),
      evidence: givenText("evidence", input.evidence, 500),
      evidenceKeptAt: givenText("evidenceKeptAt", input.evidenceKeptAt, 500),
      ...{ recordedBy: this.scope.viewer.id!, withdrawnAt: null, withdrawalRecordedBy: null },
    };
    return this.scope.write({ action: "createConsent", input }, Consent, async tx => {
      const standing = await tx.query<object[]>("select from consent where person_id = $1 and union_id = $2 and purpose = $3 and text_version = $4 and withdrawn_at is null", [person.id, unionId, purpose, row.textVersion]);
      if (standing.length > 0) throw new Problem("CONFLICT", "The person has agreed to this version of the text already, and has not withdrawn it.", { fields: ["textVersion"] });
      await tx.insert(Consent, row);
      return tx.findOneByOrFail(Consent, { id: row.id });
    });
  }

  async withdraw(input: WithdrawConsentInput): Promise<Consent> {
    const withdrawnAt = new Date(input.withdrawnAt);
    const consent = await this.byId.load(input.id);
    if (!consent || !this.scope.viewer.reaches("officer", [consent.unionId])) throw new BadInput("id", `There is no consent ${input.id} that your roles reach.`);
    this.scope.viewer.requireChange([consent.unionId]);
    refuseLater("withdrawnAt", withdrawnAt);
    if (withdrawnAt < consent.givenAt) throw new BadInput("withdrawnAt", "It would be withdrawn before it was given.");
    return this.scope.write({ action: "withdrawConsent", input }, Consent, tx =>
      changeRow(tx, Consent, input, { withdrawnAt, withdrawalRecordedBy: this.scope.viewer.id }, (_after, before) => {
        if (before.withdrawnAt !== null) throw new Problem("CONFLICT", "It was withdrawn already.", { current: before.version });
      }),
    );
  }
}

const refuseLater = (argument: string, instant: Date) => {
  if (instant.getTime() > Date.now()) throw new BadInput(argument, `${argument} is yet to come. Write it down when it has happened.`);
};
