import { associations } from "@huu-nghi/associations";
import { foreignRelations } from "@huu-nghi/foreign-relations";
import { ngoAid } from "@huu-nghi/ngo-aid";

/** Every division of the system. */
export const divisions = [associations, foreignRelations, ngoAid];
