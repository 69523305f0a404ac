import { BadInput, changeParts, changeRow, endOf, FigureQualifier, given, givenLocalizedText, newId, oneOf, refuseFuture, refuseSecondEnd, startOf, type Change, type RequestScope } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { Event, eventKinds } from "./event";
import { EventCountry, EventDocument, EventNgo } from "./event-links";
import { givenLinks, unionsAmong, type GivenLinks } from "./event-links-given";
import { EventOrganiser } from "./event-organiser";
import type { ChangeEventInput, CorrectEventInput, CreateEventInput, EndEventInput } from "./event.input";
import { Events } from "./events";

/** Writes down what is held, what becomes of it, and what was written down wrongly. */
export class EventChanges {
  constructor(private readonly scope: RequestScope) {}

  create(input: CreateEventInput): Promise<Event> {
    const links = givenLinks(input);
    const [union, ...others] = unionsAmong(links.organisers ?? []);
    this.scope.viewer.requireChange(union === undefined ? [] : [union, ...others]);
    const row = { title: givenLocalizedText("title", input.title), kind: oneOf("kind", input.kind, eventKinds), startsOn: input.startsOn, endsOn: input.endsOn ?? null, occasionId: input.occasion ?? null, ...headcount(input) };
    fitting(row);
    const id = newId(union ?? "");
    return this.scope.write({ action: "createEvent", input }, Event, async tx => {
      await tx.insert(Event, { ...row, id, calledOffOn: null, sourceId: null });
      await link(tx, id, links);
      return tx.findOneByOrFail(Event, { id });
    });
  }

  async change(input: ChangeEventInput): Promise<Event> {
    await this.mayChange(input);
    return this.update({ action: "changeEvent", input }, input, (after, { calledOffOn }) => {
      if (calledOffOn !== null) throw new BadInput("id", `The event was called off on ${calledOffOn}. Write another one down, or correct that it was called off.`);
      fitting(after);
    });
  }

  async end(input: EndEventInput): Promise<Event> {
    await this.mayChange(input);
    const { on, reason } = input;
    refuseFuture("on", on);
    return this.scope.write({ action: "endEvent", input, reason }, Event, tx =>
      changeRow(tx, Event, input, { calledOffOn: on }, (_after, event) => {
        refuseSecondEnd("The event was called off", event.calledOffOn, event, "correctEvent");
        if (startOf(on) > lastDay(event)) throw new BadInput("on", `The event was over by ${on}: what was held is not called off. Correct it instead.`);
      }),
    );
  }

  async correct(input: CorrectEventInput): Promise<Event> {
    await this.mayChange(input);
    refuseFuture("calledOffOn", input.calledOffOn);
    return this.update({ action: "correctEvent", input, reason: input.reason }, input, (after, { calledOffOn }) => {
      if (calledOffOn === null && after.calledOffOn !== null) throw new BadInput("calledOffOn", "The event was not called off; endEvent does that.");
      fitting(after);
    });
  }

  private update(change: Change, input: ChangeEventInput & Pick<CorrectEventInput, "calledOffOn">, rule: (after: Event, before: Event) => void): Promise<Event> {
    const { links, changes } = changesOf(input);
    return this.scope.write(change, Event, async tx => {
      const event = await changeRow(tx, Event, input, changes, rule, Object.values(links).some(Boolean));
      await link(tx, event.id, links);
      return event;
    });
  }

  /** Throws unless the viewer may change the event, and still could after the change. */
  private async mayChange({ id, organisers }: Pick<ChangeEventInput, "id" | "organisers">): Promise<void> {
    const events = this.scope.get(Events);
    if (!(await events.byId.load(id))) throw new BadInput("id", `There is no event ${id}.`);
    this.scope.viewer.requireChange(await events.unionIds(id));
    const wanted = givenLinks({ organisers }).organisers;
    if (wanted) this.scope.viewer.requireChange(unionsAmong(wanted));
  }
}

const lastDay = ({ startsOn, endsOn }: Pick<Event, "startsOn" | "endsOn">) => endOf(endsOn ?? startsOn);

const headcount = ({ headcount, headcountQualifier }: Pick<CreateEventInput, "headcount" | "headcountQualifier">) => {
  if (headcount != null && headcount < 0) throw new BadInput("headcount", "A headcount is 0 or more.");
  if (headcount === null && headcountQualifier != null) throw new BadInput("headcountQualifier", "There is no headcount that it is about.");
  if (headcount === undefined) return { headcountQualifier: headcountQualifier ?? undefined };
  return { headcount, headcountQualifier: headcount === null ? null : (headcountQualifier ?? FigureQualifier.EXACT) };
};

/** What an input says of an event's own fields and of its links. */
const changesOf = (input: ChangeEventInput & Pick<CorrectEventInput, "calledOffOn">) => {
  const { title, kind, startsOn, endsOn, occasion, calledOffOn } = input;
  const links = givenLinks(input);
  const fields = {
    title: title ? givenLocalizedText("title", title) : undefined,
    kind: kind == null ? undefined : oneOf("kind", kind, eventKinds),
    startsOn: startsOn ?? undefined,
    endsOn,
    occasionId: occasion,
    calledOffOn,
    ...headcount(input),
  };
  given({ ...fields, ...links });
  return { links, changes: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Event> };
};

/** Throws unless an event's fields fit together. */
const fitting = ({ startsOn, endsOn, headcount = null, headcountQualifier = null, calledOffOn = null }: Pick<Event, "startsOn" | "endsOn"> & Partial<Event>): void => {
  if (endsOn !== null && endOf(endsOn) < startOf(startsOn)) throw new BadInput("endsOn", `The event begins on ${startsOn}; it does not end on ${endsOn}.`);
  if (headcount === null && headcountQualifier !== null) throw new BadInput("headcountQualifier", "There is no headcount that it is about.");
  if (calledOffOn !== null && startOf(calledOffOn) > lastDay({ startsOn, endsOn })) throw new BadInput("calledOffOn", `The event was over by ${calledOffOn}: what was held is not called off.`);
};

const link = async (tx: EntityManager, eventId: string, { organisers, countries, documents, ngos }: GivenLinks): Promise<void> => {
  const ofEvent = <Link>(links: readonly Link[]) => links.map(each => ({ eventId, ...each }));
  if (organisers) await changeParts(tx, EventOrganiser, { eventId }, ofEvent(organisers));
  if (countries) await changeParts(tx, EventCountry, { eventId }, ofEvent(countries));
  if (documents) await changeParts(tx, EventDocument, { eventId }, ofEvent(documents));
  if (ngos) await changeParts(tx, EventNgo, { eventId }, ofEvent(ngos));
};
