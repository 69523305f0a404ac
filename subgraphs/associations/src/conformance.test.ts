import { testConformance } from "@huu-nghi/test-kit";
import { associations } from "./associations";

testConformance(associations, {
  shortLists: {
    "Branch.ancestors": "a branch is a few steps below its association",
    "FriendshipAssociation.branchCounts": "one for each of four kinds",
    "Union.branchCounts": "one for each of four kinds",
    "Union.predecessors": "two or three go into one at a time",
    "Union.successors": "one, or those among which it was divided",
    "Founding.readings": "what a few sources say",
    "Report.unions": "a union and its predecessors",
    "FriendshipAssociation.series": "at most 120 points",
    "Union.series": "at most 120 points",
    "Query.dataRequestTerms": "there are five kinds of requests",
    "Query.unions": "one national union, one of each province or city, and what is below them; page by page it is Union.unionsBelow",
    "FriendshipAssociation.congresses": "one in five years",
    "Congress.bodies": "at most 20 are written down",
    "Scholarship.associations": "those that gave one award together",
    "Scholarship.recipients": "at most 50 are named",
    "ScholarshipTotals.amounts": "one for each currency",
    "ScholarshipTotal.amounts": "one for each currency",
    "FriendshipAssociation.groups": "most have none, some have one",
    "FriendshipAssociation.names": "one, and those that it had before",
    "FriendshipAssociation.predecessors": "two or three go into one at a time",
    "FriendshipAssociation.successors": "one, or those among which it was divided",
    "CountryGroup.countries": "the European Union has 27",
    "PersonMerge.takenOver": "as many as a person has fields of personal data",
    "DuplicateCandidate.rules": "as many as there are rules",
    "FriendshipAssociation.countries": "an association is for one country, a few, or the members of a group",
  },
});
