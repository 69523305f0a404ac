import { testConformance } from "@huu-nghi/test-kit";
import { ngoAid } from "./ngo-aid";

testConformance(ngoAid, {
  shortLists: {
    "AidProject.ngos": "the few NGOs that pay for a project together",
    "AidProject.ngoShares": "the few NGOs that pay for a project together",
    "AidProject.sectors": "their percentages are 100 at most",
    "AidProject.localities": "the places where one project works",
    "AidProject.associations": "the associations that brought one project about",
    "AidSummary.rows": "the parts of one total: a page of them would not add up to it",
    "ForeignNgo.aliases": "the names of one organisation",
    "ForeignNgo.registrations": "one certificate in three to five years",
    "Registration.unions": "the provinces that stand on one certificate",
    "Union.aidPlans": "one for a figure and year",
  },
});
