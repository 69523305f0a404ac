import { ChangeInput, CorrectionInput, CountryCode, EndInput, FigureQualifier, LocalizedTextInput, PartialDate, VersionedInput, type InputClass } from "@huu-nghi/subgraph-kit";
import { Field, ID, InputType, Int } from "type-graphql";
import { eventKinds } from "./event";
import { organiserRoles } from "./event-organiser";

@InputType({ description: "Who organises an event, in which role: a union, a friendship association or a partner, one of the three." })
export class EventOrganiserInput {
  @Field(() => String, { description: `${organiserRoles.join(", ")}.` })
  role!: string;

  @Field(() => ID, { nullable: true, description: "A union that organises it itself." })
  union?: string | null;

  @Field(() => ID, { nullable: true, description: "A friendship association." })
  association?: string | null;

  @Field(() => ID, { nullable: true, description: "A partner." })
  partner?: string | null;
}

const withDetails = <Base extends InputClass>(base: Base) => {
  @InputType()
  abstract class WithDetails extends base {
    @Field(() => PartialDate, { nullable: true, description: "Its last day; null for one day, or when nobody says." })
    endsOn?: string | null;

    @Field(() => Int, { nullable: true, description: "How many people took part." })
    headcount?: number | null;

    @Field(() => FigureQualifier, { nullable: true, description: "How exactly headcount is meant; EXACT when a headcount is given without it." })
    headcountQualifier?: FigureQualifier | null;

    @Field(() => [CountryCode], { nullable: true, description: "The countries that it is about, all of them." })
    countries?: string[] | null;

    @Field(() => ID, { nullable: true, description: "The important date that it marks." })
    occasion?: string | null;

    @Field(() => [ID], { nullable: true, description: "The documents that it implements, all of them." })
    implements?: string[] | null;

    @Field(() => [ID], { nullable: true, description: "The foreign NGOs that take part, all of them." })
    ngos?: string[] | null;
  }
  return WithDetails;
};

const withChanges = <Base extends InputClass>(base: Base) => {
  @InputType()
  abstract class WithChanges extends withDetails(base) {
    @Field(() => LocalizedTextInput, { nullable: true, description: "What it is called." })
    title?: LocalizedTextInput | null;

    @Field(() => String, { nullable: true, description: `${eventKinds.join(", ")}.` })
    kind?: string | null;

    @Field(() => PartialDate, { nullable: true, description: "Its first day, as exact as it is known." })
    startsOn?: string | null;

    @Field(() => [EventOrganiserInput], { nullable: true, description: "Who organises it, all of them, in the order in which they are shown. At least one is of a union that your roles reach." })
    organisers?: EventOrganiserInput[] | null;
  }
  return WithChanges;
};

@InputType({ description: "An event to write down, held or planned." })
export class CreateEventInput extends withDetails(ChangeInput) {
  @Field(() => LocalizedTextInput, { description: "What it is called." })
  title!: LocalizedTextInput;

  @Field(() => String, { description: `${eventKinds.join(", ")}.` })
  kind!: string;

  @Field(() => PartialDate, { description: "Its first day, as exact as it is known." })
  startsOn!: string;

  @Field(() => [EventOrganiserInput], { description: "Who organises it, in the order in which they are shown. At least one is of a union that your roles reach." })
  organisers!: EventOrganiserInput[];
}

@InputType({ description: "What happened otherwise than it was written down before, such as a date that was moved; what is not given stays." })
export class ChangeEventInput extends withChanges(VersionedInput) {}

@InputType({ description: "Calls an event off: it is not held, and counts in no figure." })
export class EndEventInput extends EndInput {}

@InputType({ description: "What was written down wrongly of an event; what is not given stays." })
export class CorrectEventInput extends withChanges(CorrectionInput) {
  @Field(() => PartialDate, { nullable: true, description: "When it was called off, of an event that was; null when it was not called off at all." })
  calledOffOn?: string | null;
}
