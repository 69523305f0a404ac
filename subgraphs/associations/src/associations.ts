import path from "node:path";
import { defineDivision } from "@huu-nghi/subgraph-kit";
import { branches } from "./branch";
import { congresses } from "./congress";
import { consents } from "./consent";
import { countries } from "./country";
import { foreignNgos } from "./foreign-ngo";
import { dataRequests } from "./data-request";
import { duplicates } from "./duplicate";
import { friendshipAssociations } from "./friendship-association";
import { growth } from "./growth";
import { memberships } from "./membership";
import { memberOrganisations } from "./organisation";
import { overseas } from "./overseas";
import { partners } from "./partner";
import { people } from "./person";
import { positions } from "./position";
import { scholarships } from "./scholarship";
import { unions } from "./union";

/** Unions, their friendship associations, and the people in them. */
export const associations = defineDivision({
  name: "associations",
  folder: path.join(__dirname, ".."),
  domains: [unions, friendshipAssociations, congresses, branches, people, memberOrganisations, positions, memberships, duplicates, consents, dataRequests, growth, scholarships, overseas, countries, partners, foreignNgos],
});
