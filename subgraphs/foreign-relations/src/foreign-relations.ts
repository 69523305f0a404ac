import path from "node:path";
import { defineDivision } from "@huu-nghi/subgraph-kit";
import { awards } from "./award";
import { calendar } from "./calendar";
import { countries } from "./country";
import { delegations } from "./delegation";
import { documents } from "./document";
import { events } from "./event";
import { foreignNgos } from "./foreign-ngo";
import { friendshipAssociations } from "./friendship-association";
import { importantDates } from "./important-date";
import { partners } from "./partner";
import { publications } from "./publication";
import { report } from "./report";

/** What unions do with other countries: events, delegations, partners, the documents behind them, and the dates they mark. */
export const foreignRelations = defineDivision({
  name: "foreign-relations",
  folder: path.join(__dirname, ".."),
  domains: [countries, importantDates, partners, documents, events, delegations, publications, awards, calendar, friendshipAssociations, foreignNgos, report],
});
