import { testConformance } from "@huu-nghi/test-kit";
import { foreignRelations } from "./foreign-relations";

testConformance(foreignRelations, {
  shortLists: {
    "Query.countries": "as many as there are in the world, 249",
    "Query.calendar": "at most five years of dates that are marked once a year",
    "Country.partnershipLevels": "a country has few levels in its history",
    "Country.importantDates": "a country has few of them",
    "Event.countries": "an event is about few countries",
    "Event.organisers": "few organise one event",
    "Event.implements": "an event follows few documents",
    "Event.statements": "few sources differ about one record",
    "ImportantDate.statements": "few sources differ about one record",
    "Document.statements": "few sources differ about one record",
    "Document.implements": "a document implements few others",
    "Document.implementedBy": "one or two documents of each union, and the contract has it as a list",
    "Delegation.countries": "a delegation goes to few countries",
    "Occurrence.plannedEvents": "one union marks one day of one year with few events",
  },
});
