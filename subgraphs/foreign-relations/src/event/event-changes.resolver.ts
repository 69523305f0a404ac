import { ForOfficers, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Mutation, Resolver } from "type-graphql";
import { Event } from "./event";
import { EventChanges } from "./event-changes";
import { ChangeEventInput, CorrectEventInput, CreateEventInput, EndEventInput } from "./event.input";

const EventPayload = payloadOf(Event, "Event");

@Resolver()
export class EventChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => EventPayload, { nullable: true, description: "Writes an event down. For officers of a union that organises it, itself or by one of its associations; of an event that no union organises, for those whose roles are for every union." })
  async createEvent(@Arg("input", () => CreateEventInput, { description: "The event." }) input: CreateEventInput) {
    return { changed: await this.scope.get(EventChanges).create(input) };
  }

  @ForOfficers()
  @Mutation(() => EventPayload, { nullable: true, description: "Says that something of an event is, or was, otherwise than planned. For officers of a union that organises it, before and after." })
  async changeEvent(@Arg("input", () => ChangeEventInput, { description: "What changes." }) input: ChangeEventInput) {
    return { changed: await this.scope.get(EventChanges).change(input) };
  }

  @ForOfficers()
  @Mutation(() => EventPayload, { nullable: true, description: "Calls an event off. For officers of a union that organises it." })
  async endEvent(@Arg("input", () => EndEventInput, { description: "When it was called off, and why." }) input: EndEventInput) {
    return { changed: await this.scope.get(EventChanges).end(input) };
  }

  @ForOfficers()
  @Mutation(() => EventPayload, { nullable: true, description: "Puts right what was written down wrongly of an event. For officers of a union that organises it, before and after." })
  async correctEvent(@Arg("input", () => CorrectEventInput, { description: "What is right." }) input: CorrectEventInput) {
    return { changed: await this.scope.get(EventChanges).correct(input) };
  }
}
