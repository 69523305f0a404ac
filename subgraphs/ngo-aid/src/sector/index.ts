import { defineDomain } from "@huu-nghi/subgraph-kit";
import { CreateSector1764000021000 } from "./1764000021000-create.migration";
import { Sector } from "./sector";
import { sectorDemo, sectorRecords } from "./sector.data";

export { Sector } from "./sector";
export { demoSectorCodes } from "./sector.data";
export { Sectors } from "./sectors";

export const sectors = defineDomain({ tables: [Sector], migrations: [CreateSector1764000021000], records: [sectorRecords], demo: [sectorDemo] });
