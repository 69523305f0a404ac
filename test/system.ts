import { associations } from "@huu-nghi/associations";
import { foreignRelations } from "@huu-nghi/foreign-relations";
import { composeSupergraph, startGateway } from "@huu-nghi/gateway";
import { ngoAid } from "@huu-nghi/ngo-aid";
import { supergraphTester } from "@huu-nghi/test-kit";

/** Every division of the system. */
export const divisions = [associations, foreignRelations, ngoAid];

/** The whole system, with a database of its own for each division: `await using graph = await testSupergraph({ records: true })`. */
export const testSupergraph = supergraphTester({ composeSupergraph, startGateway }, divisions);
