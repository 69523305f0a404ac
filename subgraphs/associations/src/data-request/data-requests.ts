import {
  addDays, BadInput, changeRow, empty, ErasedPerson, givenText, newId, oneBy, Pages, Problem, refuseFuture, sql, type List, type PageArgs, type RequestScope, type VersionedInput,
} from "@huu-nghi/subgraph-kit";
import { idsOfPeople, People, PersonUnions } from "../person";
import { DataRequest, DataRequestKind, DataRequestState } from "./data-request";
import type { AcknowledgeDataRequestInput, CompleteDataRequestInput, CorrectDataRequestTermInput, CreateDataRequestInput, RefuseDataRequestInput } from "./data-request.input";
import { certainHolidays } from "./public-holidays";
import { DataRequestTerm } from "./term";
import { addWorkingDays, endOfTerm } from "./working-days";

export interface DataRequestFilter {
  union?: string | null | undefined;
  person?: string | null | undefined;
  kind?: DataRequestKind | null | undefined;
  state?: DataRequestState | null | undefined;
  overdueOn?: string | null | undefined;
}

export const stateOf = ({ acknowledgedOn, completedOn, refusedOn }: DataRequest): DataRequestState =>
  completedOn !== null ? DataRequestState.COMPLETED
  : refusedOn !== null ? DataRequestState.REFUSED
  : acknowledgedOn !== null ? DataRequestState.ACKNOWLEDGED
  : DataRequestState.RECEIVED;

const state = sql`case when completed_on is not null then 'COMPLETED' when refused_on is not null then 'REFUSED' when acknowledged_on is not null then 'ACKNOWLEDGED' else 'RECEIVED' end`;

/** Whether a term of a request was over on a day, and what it is for was not done by then. */
export const isOverdue = ({ acknowledgeBy, dueOn, acknowledgedOn, completedOn, refusedOn }: DataRequest, day: string): boolean => {
  const closedOn = completedOn ?? refusedOn;
  const late = (term: string, done: string | null) => term < day && (done === null || done >= day);
  return late(dueOn, closedOn) || late(acknowledgeBy, [acknowledgedOn, closedOn].filter(on => on !== null).sort()[0] ?? null);
};

export class DataRequests {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, DataRequest, "id");
  private readonly term = oneBy(this.scope, DataRequestTerm, "id");

  /** What is due first. */
  private readonly list: List<Omit<DataRequestFilter, "person"> & { people: string[] | null }> = {
    name: "data requests",
    order: [{ column: "due", type: "date", direction: "asc" }],
    rows: ({ union, people, kind, state: wanted, overdueOn }) => sql`
      select asked.parent, request.id, request.due_on as due from asked cross join data_request request
      where ${this.scope.viewer.within("officer", "request.union_id")}
      ${union == null ? empty : sql`and request.union_id = ${union}`} ${people === null ? empty : sql`and request.person_id = any(${people})`}
      ${kind == null ? empty : sql`and request.kind = ${kind}`} ${wanted == null ? empty : sql`and ${state} = ${wanted}`}
      ${overdueOn == null ? empty : sql`and received_on <= ${overdueOn}::date and (
        due_on < ${overdueOn}::date and coalesce(completed_on, refused_on, 'infinity') >= ${overdueOn}::date
        or acknowledge_by < ${overdueOn}::date and least(acknowledged_on, completed_on, refused_on, 'infinity') >= ${overdueOn}::date)`}`,
  };

  /** A person asked under any of the ids of records that were merged. */
  async page({ person, ...filter }: DataRequestFilter, args: PageArgs) {
    const people = person == null ? null : (await idsOfPeople(this.scope.read, [person]))[0]!;
    return this.scope.get(Pages).of(this.list, null, { ...filter, people }, args, this.byId);
  }

  terms = (): Promise<DataRequestTerm[]> => this.scope.read.find(DataRequestTerm, { order: { id: "asc" } });

  async create(input: CreateDataRequestInput): Promise<DataRequest> {
    const { union: unionId, kind, channel, receivedOn } = input;
    this.scope.viewer.requireChange([unionId]);
    const person = await this.scope.get(People).known(input.person);
    if (!person || !(await this.scope.get(PersonUnions).ids.load(person.id)).includes(unionId)) throw new BadInput("person", `There is no person ${input.person} in the union ${unionId}.`);
    refuseFuture("receivedOn", receivedOn);
    const term = await this.term.load(kind);
    if (!term) throw new BadInput("kind", `Nobody has said in how many days a request of the kind ${kind} is to be answered: load the data files.`);
    const holidays = await this.holidays(receivedOn);
    const acknowledgeBy = addWorkingDays(receivedOn, term.acknowledgeWithin, holidays);
    const done = endOfTerm(receivedOn, term.completeWithin, holidays);
    const row = {
      ...{ id: newId(unionId), unionId, personId: person.id, kind, channel, receivedOn, acknowledgeBy },
      dueOn: done < acknowledgeBy ? acknowledgeBy : done,
      ...{ acknowledgedOn: null, completedOn: null, refusedOn: null, refusal: null },
    };
    return this.scope.write({ action: "createDataRequest", input }, DataRequest, async tx => {
      await tx.insert(DataRequest, row);
      return tx.findOneByOrFail(DataRequest, { id: row.id });
    });
  }

  acknowledge = (input: AcknowledgeDataRequestInput) => this.update("acknowledgeDataRequest", input, { acknowledgedOn: input.on });

  async complete(input: CompleteDataRequestInput): Promise<DataRequest> {
    const request = await this.forChange(input.id);
    if (request.kind === DataRequestKind.ERASURE && !(await this.scope.read.existsBy(ErasedPerson, { personId: request.personId }))) {
      throw new Problem("CONFLICT", "The person has not been erased. Erase the person in each division first, by erasePersonIn… or npm run erase.", { current: request.version });
    }
    return this.update("completeDataRequest", input, { completedOn: input.on });
  }

  refuse = (input: RefuseDataRequestInput) => this.update("refuseDataRequest", input, { refusedOn: input.on, refusal: givenText("reason", input.reason, 1000) });

  correctTerm(input: CorrectDataRequestTermInput): Promise<DataRequestTerm> {
    // They hold for every union.
    this.scope.viewer.requireChange([]);
    const { acknowledgeWithin, completeWithin, reason } = input;
    for (const [argument, days] of Object.entries({ acknowledgeWithin, completeWithin })) if (days < 1 || days > 365) throw new BadInput(argument, `${argument} is from 1 to 365 days.`);
    return this.scope.write({ action: "correctDataRequestTerm", input, reason }, DataRequestTerm, tx => changeRow(tx, DataRequestTerm, input as never, { acknowledgeWithin, completeWithin }));
  }

  private async update(action: string, input: VersionedInput & { on: string; reason?: string }, changes: Partial<DataRequest>): Promise<DataRequest> {
    await this.forChange(input.id);
    refuseFuture("on", input.on);
    const rule = (_after: DataRequest, before: DataRequest) => {
      const done = [DataRequestState.COMPLETED, DataRequestState.REFUSED].includes(stateOf(before)) || (changes.acknowledgedOn != null && before.acknowledgedOn !== null);
      if (done) throw new Problem("CONFLICT", `The request is ${stateOf(before).toLowerCase()} already.`, { current: before.version });
      if (input.on < before.receivedOn) throw new BadInput("on", `The request came in on ${before.receivedOn}, after ${input.on}.`);
      if (before.acknowledgedOn !== null && input.on < before.acknowledgedOn) throw new BadInput("on", `The request was acknowledged on ${before.acknowledgedOn}, after ${input.on}.`);
    };
    return this.scope.write({ action, input, reason: input.reason }, DataRequest, tx => changeRow(tx, DataRequest, input, changes, rule));
  }

  private async forChange(id: string): Promise<DataRequest> {
    const request = await this.byId.load(id);
    if (!request || !this.scope.viewer.reaches("officer", [request.unionId])) throw new BadInput("id", `There is no request ${id} that your roles reach.`);
    this.scope.viewer.requireChange([request.unionId]);
    return request;
  }

  /** From a day on, for longer than any term: those that are certain, and those that were written down. */
  private async holidays(from: string): Promise<Set<string>> {
    const rows = await this.scope.rows<{ day: string }>(sql`select day from public_holiday where day between ${from}::date and ${addDays(from, 800)}::date`);
    const year = Number(from.slice(0, 4));
    return new Set([...[year, year + 1, year + 2].flatMap(each => [...certainHolidays(each)]), ...rows.map(({ day }) => day)]);
  }
}

