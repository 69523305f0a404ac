import { defineReport } from "@huu-nghi/subgraph-kit";

export const report = defineReport("associations", "What the union and its friendship associations are: associations, countries, branches, members.");
