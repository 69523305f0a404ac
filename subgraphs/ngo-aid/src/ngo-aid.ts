import path from "node:path";
import { defineDivision } from "@huu-nghi/subgraph-kit";
import { aidProjects } from "./aid-project";
import { aidSummaries } from "./aid-summary";
import { annualPlans } from "./annual-plan";
import { commitments } from "./commitment";
import { countries } from "./country";
import { disbursements } from "./disbursement";
import { exchangeRates } from "./exchange-rate";
import { foreignNgos } from "./foreign-ngo";
import { friendshipAssociations } from "./friendship-association";
import { reports } from "./report";
import { sectors } from "./sector";
import { unions } from "./union";

/** Foreign NGOs, their projects, and the money that they promise and pay. */
export const ngoAid = defineDivision({
  name: "ngo-aid",
  folder: path.join(__dirname, ".."),
  domains: [sectors, exchangeRates, foreignNgos, aidProjects, commitments, disbursements, annualPlans, aidSummaries, countries, friendshipAssociations, unions, reports],
});
