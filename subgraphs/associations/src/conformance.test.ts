import { testConformance } from "@huu-nghi/test-kit";
import { associations } from "./associations";

testConformance(associations, {
  shortLists: {
    "Query.unions": "one national union and one of each province or city",
    "Branch.ancestors": "a branch is a few steps below its association",
    "FriendshipAssociation.branchCounts": "one for each of four kinds",
    "Union.branchCounts": "one for each of four kinds",
    "FriendshipAssociation.congresses": "one in five years",
    "Congress.bodies": "at most 20 are written down",
    "FriendshipAssociation.countries": "an association is for one country or a few",
    "Scholarship.associations": "those that gave one award together",
    "Scholarship.recipients": "at most 50 are named",
    "ScholarshipTotals.amounts": "one for each currency",
    "ScholarshipTotal.amounts": "one for each currency",
  },
});
