import { testConformance } from "@huu-nghi/test-kit";
import { associations } from "./associations";

testConformance(associations, {
  shortLists: {
    "Query.unions": "one national union and one of each province or city",
    "FriendshipAssociation.congresses": "one in five years",
    "FriendshipAssociation.countries": "an association is for one country or a few",
  },
});
